-- CreateTable
CREATE TABLE "ContractVersion" (
    "contractId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "endsOn" DATE NOT NULL,
    "yearlyPence" BIGINT NOT NULL,
    "totalPence" BIGINT NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "changeId" UUID,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContractVersion_pkey" PRIMARY KEY ("contractId","number")
);

-- CreateTable
CREATE TABLE "ContractChange" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "newYearlyPence" BIGINT NOT NULL,
    "newTotalPence" BIGINT NOT NULL,
    "newEndsOn" DATE NOT NULL,
    "addedPracticeIds" UUID[],
    "effectiveOn" DATE NOT NULL,
    "termsHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "impact" JSONB,
    "needsNotice" BOOLEAN,
    "fundingRequestId" UUID,
    "noticeReference" TEXT,
    "noticePublishedOn" DATE,
    "noticeRecordedById" UUID,
    "rejectedBecause" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ContractChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeSignature" (
    "changeId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "termsHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChangeSignature_pkey" PRIMARY KEY ("changeId","side")
);

-- CreateIndex
CREATE INDEX "ContractChange_contractId_idx" ON "ContractChange"("contractId");

-- CreateIndex
CREATE INDEX "ContractChange_fundingRequestId_idx" ON "ContractChange"("fundingRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "ChangeSignature_changeId_personId_key" ON "ChangeSignature"("changeId", "personId");

-- AddForeignKey
ALTER TABLE "ContractVersion" ADD CONSTRAINT "ContractVersion_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractChange" ADD CONSTRAINT "ContractChange_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeSignature" ADD CONSTRAINT "ChangeSignature_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "ContractChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was made before has its first version; it took effect when the term began.
INSERT INTO "ContractVersion" ("contractId", number, "endsOn", "yearlyPence", "totalPence", "effectiveOn", "madeAt")
  SELECT id, 1, "endsOn", "yearlyPence", "totalPence", "startsOn", "madeAt" FROM "Contract";

ALTER TABLE "ContractChange" ADD CONSTRAINT change_words CHECK (
  kind IN ('value', 'term', 'sites') AND side IN ('payer', 'supplier')
  AND state IN ('proposed', 'impact-checked', 'funded', 'signed', 'effective', 'rejected'));
ALTER TABLE "ContractChange" ADD CONSTRAINT change_money CHECK ("newYearlyPence" >= 0 AND "newTotalPence" >= 0);

-- N14: what needs a contract change notice never takes effect without it, however it is written.
ALTER TABLE "ContractChange" ADD CONSTRAINT change_has_notice CHECK (
  state <> 'effective' OR ("needsNotice" IS NOT NULL AND (NOT "needsNotice" OR "noticeReference" IS NOT NULL)));
ALTER TABLE "ContractChange" ADD CONSTRAINT change_notice_whole CHECK (
  ("noticeReference" IS NULL) = ("noticePublishedOn" IS NULL) AND ("noticeReference" IS NULL) = ("noticeRecordedById" IS NULL));

-- One change is open at a time: its impact is checked against the terms in force.
CREATE UNIQUE INDEX one_open_change ON "ContractChange" ("contractId") WHERE state NOT IN ('effective', 'rejected');

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ContractVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ContractVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ChangeSignature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ChangeSignature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
