-- DropIndex
DROP INDEX "HistoricListing_supplier_product_year_key";

-- AlterTable
ALTER TABLE "HistoricListing" ADD COLUMN     "absent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "prices" JSONB,
ALTER COLUMN "year" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Integration" ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ListSize" ADD COLUMN     "absent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ObservedSystem" ADD COLUMN     "absent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Standard" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'standards';

-- CreateTable
CREATE TABLE "CommissionerArea" (
    "code" TEXT NOT NULL,
    "formerName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "icbCodeBefore" TEXT NOT NULL,
    "icbCode" TEXT NOT NULL,
    "icbName" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "regionName" TEXT NOT NULL,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CommissionerArea_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "OtherPrescriber" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "grouping" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "OtherPrescriber_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byteCount" INTEGER NOT NULL,
    "asOf" DATE,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "total" INTEGER NOT NULL DEFAULT 0,
    "read" INTEGER NOT NULL DEFAULT 0,
    "checked" INTEGER NOT NULL DEFAULT 0,
    "written" INTEGER NOT NULL DEFAULT 0,
    "newRows" INTEGER NOT NULL DEFAULT 0,
    "changedRows" INTEGER NOT NULL DEFAULT 0,
    "unchangedRows" INTEGER NOT NULL DEFAULT 0,
    "absentRows" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "warnings" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "organisationId" UUID,
    "uploadedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "runId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("runId")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "runId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("runId","position")
);

-- CreateIndex
CREATE INDEX "CommissionerArea_icbCode_idx" ON "CommissionerArea"("icbCode");

-- CreateIndex
CREATE INDEX "ImportRun_kind_createdAt_idx" ON "ImportRun"("kind", "createdAt");

-- CreateIndex
CREATE INDEX "HistoricListing_year_idx" ON "HistoricListing"("year");

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The states of the machine, and the bound of IMP-1.
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_state_check" CHECK ("state" IN ('uploaded', 'rejected', 'ready', 'applying', 'applied', 'failed', 'abandoned'));
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_byteCount_check" CHECK ("byteCount" BETWEEN 0 AND 20971520);
-- A list names no patients below nobody, and an observation names the names it saw.
ALTER TABLE "ListSize" ADD CONSTRAINT "ListSize_patients_check" CHECK ("patients" >= 0);
