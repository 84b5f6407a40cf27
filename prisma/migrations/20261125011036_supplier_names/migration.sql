-- CreateTable
CREATE TABLE "SupplierName" (
    "id" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SupplierName_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SupplierName_supplierId_idx" ON "SupplierName"("supplierId");

-- AddForeignKey
ALTER TABLE "SupplierName" ADD CONSTRAINT "SupplierName_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Supplier"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SupplierName" ADD CONSTRAINT supplier_name_kind CHECK (kind IN ('legal', 'trading', 'brand', 'former', 'source-code'));
ALTER TABLE "SupplierName" ADD CONSTRAINT supplier_name_days CHECK ("from" IS NULL OR "to" IS NULL OR "to" >= "from");
CREATE TRIGGER supplier_name_stays BEFORE DELETE ON "SupplierName" FOR EACH ROW EXECUTE FUNCTION refuse_change();
