-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "rolledPence" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "spentPence" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "FundingRequest" ADD COLUMN     "appealedAt" TIMESTAMPTZ(3),
ADD COLUMN     "approvedUntil" DATE,
ADD COLUMN     "daysLeft" INTEGER,
ADD COLUMN     "firstDecidedById" UUID,
ADD COLUMN     "optionsPence" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "recommendedByIds" UUID[],
ADD COLUMN     "reviewDueOn" DATE,
ADD COLUMN     "reviewOutcome" TEXT,
ADD COLUMN     "reviewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewedById" UUID,
ADD COLUMN     "similarityKeys" TEXT[],
ADD COLUMN     "urgentReason" TEXT,
ADD COLUMN     "usedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "AllocationChange" (
    "id" UUID NOT NULL,
    "budgetLineId" UUID NOT NULL,
    "fromPence" BIGINT NOT NULL,
    "toPence" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AllocationChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "limitPence" BIGINT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingNote" (
    "id" UUID NOT NULL,
    "fundingRequestId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FundingNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentSpend" (
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "pence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommitmentSpend_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AllocationChange_budgetLineId_idx" ON "AllocationChange"("budgetLineId");

-- CreateIndex
CREATE INDEX "Delegation_payerId_toId_idx" ON "Delegation"("payerId", "toId");

-- CreateIndex
CREATE INDEX "FundingNote_fundingRequestId_idx" ON "FundingNote"("fundingRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitmentSpend_key_key" ON "CommitmentSpend"("key");

-- CreateIndex
CREATE INDEX "CommitmentSpend_commitmentId_idx" ON "CommitmentSpend"("commitmentId");

-- CreateIndex
CREATE INDEX "Commitment_budgetLineId_idx" ON "Commitment"("budgetLineId");

-- CreateIndex
CREATE INDEX "FundingRequest_state_approvedUntil_idx" ON "FundingRequest"("state", "approvedUntil");

-- AddForeignKey
ALTER TABLE "AllocationChange" ADD CONSTRAINT "AllocationChange_budgetLineId_fkey" FOREIGN KEY ("budgetLineId") REFERENCES "BudgetLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingNote" ADD CONSTRAINT "FundingNote_fundingRequestId_fkey" FOREIGN KEY ("fundingRequestId") REFERENCES "FundingRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentSpend" ADD CONSTRAINT "CommitmentSpend_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE "FundingRequest" SET "similarityKeys" = '{}', "recommendedByIds" = '{}';
-- B2: one live slice for each request and line; what was rolled away lives no more.
DROP INDEX "Commitment_one_live";
CREATE UNIQUE INDEX "Commitment_one_live" ON "Commitment" ("fundingRequestId", "budgetLineId") WHERE state NOT IN ('released', 'rolled');
-- One live request for each thing that money is asked for.
DROP INDEX "FundingRequest_one_live";
CREATE UNIQUE INDEX "FundingRequest_one_live" ON "FundingRequest" ("referenceType", "referenceId")
  WHERE state IN ('submitted', 'recommended', 'returned', 'approved');
ALTER TABLE "FundingRequest" ADD CONSTRAINT funding_request_state CHECK (
  state IN ('submitted', 'recommended', 'returned', 'approved', 'declined', 'withdrawn', 'lapsed', 'voided'));
ALTER TABLE "FundingRequest" ADD CONSTRAINT funding_request_clock CHECK ((state = 'returned') = ("daysLeft" IS NOT NULL));
ALTER TABLE "FundingRequest" ADD CONSTRAINT funding_request_sums CHECK ("wholeLifePence" >= 0 AND "optionsPence" >= 0);
ALTER TABLE "FundingRequest" ADD CONSTRAINT funding_request_review CHECK (
  ("reviewedAt" IS NULL) = ("reviewedById" IS NULL) AND ("reviewedAt" IS NULL) = ("reviewOutcome" IS NULL)
  AND ("reviewedById" IS NULL OR ("reviewedById" <> "requestedById" AND "reviewedById" <> "decidedById")));
-- B6: whoever asked or recommended does not decide in favour, whatever the code believes.
ALTER TABLE "FundingRequest" ADD CONSTRAINT funding_request_duties CHECK (
  state <> 'approved' OR ("decidedById" <> "requestedById" AND NOT "decidedById" = ANY ("recommendedByIds")));
-- B4: never more spent or rolled than the slice.
ALTER TABLE "Commitment" ADD CONSTRAINT commitment_sums CHECK ("spentPence" >= 0 AND "rolledPence" >= 0 AND "spentPence" + "rolledPence" <= pence);
ALTER TABLE "Commitment" ADD CONSTRAINT commitment_state CHECK (
  state IN ('reserved', 'committed', 'part-spent', 'spent', 'released', 'rolled')
  AND (state NOT IN ('reserved', 'committed') OR "spentPence" = 0)
  AND (state <> 'spent' OR "spentPence" + "rolledPence" = pence));
ALTER TABLE "CommitmentSpend" ADD CONSTRAINT commitment_spend_positive CHECK (pence > 0);
ALTER TABLE "Delegation" ADD CONSTRAINT delegation_days CHECK ("validTo" >= "validFrom" AND "limitPence" > 0 AND "fromId" <> "toId");
-- B5: the slices of a living request sum to its value, at the end of every transaction.
CREATE FUNCTION slices_sum_to_the_value() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole bigint; sliced bigint; alive text;
BEGIN
  SELECT "wholeLifePence", state INTO whole, alive FROM "FundingRequest" WHERE id = NEW."fundingRequestId";
  SELECT coalesce(sum(pence - "rolledPence"), 0) INTO sliced FROM "Commitment"
    WHERE "fundingRequestId" = NEW."fundingRequestId" AND state <> 'released';
  IF alive IN ('submitted', 'recommended', 'returned', 'approved') AND sliced <> whole THEN
    RAISE EXCEPTION 'slices_sum_to_the_value: % of %', sliced, whole USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER slices_sum_to_the_value AFTER INSERT OR UPDATE ON "Commitment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION slices_sum_to_the_value();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FundingNote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "FundingNote" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CommitmentSpend" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CommitmentSpend" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AllocationChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "AllocationChange" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
