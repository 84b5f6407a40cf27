-- AlterTable
ALTER TABLE "Contract" ADD COLUMN     "capPence" BIGINT,
ADD COLUMN     "noticeDate" DATE,
ADD COLUMN     "runsUntil" DATE;
UPDATE "Contract" c SET "noticeDate" = c."endsOn" - c."noticeDays",
  "runsUntil" = COALESCE((SELECT n."terminatesOn" FROM "NoticeGiven" n WHERE n."contractId" = c.id), c."endsOn");
ALTER TABLE "Contract" ALTER COLUMN "noticeDate" SET NOT NULL, ALTER COLUMN "runsUntil" SET NOT NULL;

-- AlterTable
ALTER TABLE "ContractSite" ADD COLUMN     "ceasedById" UUID,
ADD COLUMN     "ceasedOn" DATE,
ADD COLUMN     "practiceCorrectsById" UUID,
ADD COLUMN     "practiceCorrectsTo" DATE,
ADD COLUMN     "supplierCorrectsById" UUID,
ADD COLUMN     "supplierCorrectsTo" DATE;

-- AlterTable
ALTER TABLE "NoticeGiven" DROP CONSTRAINT "NoticeGiven_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD CONSTRAINT "NoticeGiven_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "NoticeRescission" (
    "noticeId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeRescission_pkey" PRIMARY KEY ("noticeId","side")
);

-- CreateTable
CREATE TABLE "HoldOver" (
    "contractId" UUID NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "costPence" BIGINT NOT NULL,
    "orderedById" UUID NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HoldOver_pkey" PRIMARY KEY ("contractId")
);

-- CreateTable
CREATE TABLE "ExitItem" (
    "contractId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "doneOn" DATE NOT NULL,
    "evidence" TEXT NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExitItem_pkey" PRIMARY KEY ("contractId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "NoticeRescission_noticeId_personId_key" ON "NoticeRescission"("noticeId", "personId");

-- CreateIndex
CREATE INDEX "Contract_noticeDate_idx" ON "Contract"("noticeDate");

-- CreateIndex
CREATE INDEX "NoticeGiven_contractId_idx" ON "NoticeGiven"("contractId");

-- AddForeignKey
ALTER TABLE "NoticeRescission" ADD CONSTRAINT "NoticeRescission_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "NoticeGiven"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldOver" ADD CONSTRAINT "HoldOver_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExitItem" ADD CONSTRAINT "ExitItem_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "NoticeGiven" ALTER COLUMN "id" DROP DEFAULT;

-- The notice date is derived; it is kept so that it can be indexed, and can never differ.
ALTER TABLE "Contract" ADD CONSTRAINT contract_notice_date CHECK ("noticeDate" = "endsOn" - "noticeDays");

-- C1: a practice has one contract at a time for a module. The end of a notice or of a hold-over counts; adjacent terms are fine.
-- A contract that was ended before it began holds no day.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "Contract" ADD CONSTRAINT contract_no_overlap EXCLUDE USING gist (
  "practiceId" WITH =, "moduleId" WITH =,
  (CASE WHEN "runsUntil" < "startsOn" THEN 'empty'::daterange ELSE daterange("startsOn", "runsUntil", '[]') END) WITH &&
) WHERE ("moduleId" IS NOT NULL);

-- What the clock looks for every night.
CREATE INDEX contract_due ON "Contract" (state, "runsUntil") WHERE state <> 'closed';

ALTER TABLE "NoticeRescission" ADD CONSTRAINT rescission_side CHECK (side IN ('payer', 'supplier'));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NoticeRescission" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "NoticeRescission" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "HoldOver" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "HoldOver" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ExitItem" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ExitItem" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
