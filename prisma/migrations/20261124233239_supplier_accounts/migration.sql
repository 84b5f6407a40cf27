-- AlterTable
ALTER TABLE "Supplier" ADD COLUMN     "statusReason" TEXT;

-- CreateTable
CREATE TABLE "SupplierRequest" (
    "id" UUID NOT NULL,
    "companyNumber" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "registerSaid" TEXT,
    "registerAt" TIMESTAMPTZ(3),
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "supplierId" UUID,

    CONSTRAINT "SupplierRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SupplierRequest_tokenHash_key" ON "SupplierRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "SupplierRequest_state_idx" ON "SupplierRequest"("state");

-- CreateIndex
CREATE INDEX "SupplierRequest_companyNumber_idx" ON "SupplierRequest"("companyNumber");

-- CreateIndex
CREATE INDEX "SupplierRequest_requestedAt_idx" ON "SupplierRequest"("requestedAt");

ALTER TABLE "SupplierRequest" ADD CONSTRAINT supplier_request_state CHECK (state IN ('requested', 'checking', 'active', 'refused'));
ALTER TABLE "SupplierRequest" ADD CONSTRAINT supplier_request_number CHECK ("companyNumber" ~ '^([0-9]{8}|[A-Z]{2}[0-9]{6})$');
-- SUP-2: one company, one supplier.
CREATE UNIQUE INDEX supplier_company_number ON "Supplier" ("companyNumber") WHERE "companyNumber" IS NOT NULL;
