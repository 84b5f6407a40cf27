-- DropIndex
DROP INDEX "Contract_payerId_idx";

-- DropIndex
DROP INDEX "Contract_supplierId_idx";

-- CreateTable
CREATE TABLE "CalendarSubscription" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "sealedToken" BYTEA NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarSubscription_tokenHash_key" ON "CalendarSubscription"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarSubscription_personId_idx" ON "CalendarSubscription"("personId");

-- CreateIndex
CREATE INDEX "Contract_payerId_noticeDate_idx" ON "Contract"("payerId", "noticeDate");

-- CreateIndex
CREATE INDEX "Contract_supplierId_noticeDate_idx" ON "Contract"("supplierId", "noticeDate");
