-- AlterTable
ALTER TABLE "Dispute" ADD COLUMN     "checkFactId" UUID,
ALTER COLUMN "findingId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "CheckWaiver" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "suiteVersion" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckWaiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Challenge" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "raisedById" UUID NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "rePassedRunId" UUID,
    "endedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CheckWaiver_decisionId_key" ON "CheckWaiver"("decisionId");

-- CreateIndex
CREATE INDEX "CheckWaiver_check_suiteVersion_idx" ON "CheckWaiver"("check", "suiteVersion");

-- CreateIndex
CREATE INDEX "Challenge_moduleVersionId_idx" ON "Challenge"("moduleVersionId");

-- CreateIndex
CREATE INDEX "Challenge_raisedById_idx" ON "Challenge"("raisedById");

-- CreateIndex
CREATE INDEX "Challenge_state_idx" ON "Challenge"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_checkFactId_key" ON "Dispute"("checkFactId");

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_checkFactId_fkey" FOREIGN KEY ("checkFactId") REFERENCES "CheckFact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckWaiver" ADD CONSTRAINT "CheckWaiver_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "OfficerDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A finding or the result of a check is disputed, never both (DE-03).
ALTER TABLE "Dispute" ADD CONSTRAINT dispute_of_one CHECK (("findingId" IS NULL) <> ("checkFactId" IS NULL));

-- What was waived is never changed, and whoever keeps a module in memory hears of it. No check is waived for more than half a year.
ALTER TABLE "CheckWaiver" ADD CONSTRAINT check_waiver_at_most_180_days CHECK ("untilOn" BETWEEN "fromOn" AND "fromOn" + 180);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CheckWaiver" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CheckWaiver" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "CheckWaiver" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "CheckWaiver" ENABLE ALWAYS TRIGGER tell_catalogue;

-- One challenge of a check of a module version by one person at a time; each state with what belongs to it (CL-11).
CREATE UNIQUE INDEX challenge_waits_once ON "Challenge" ("moduleVersionId", "check", "raisedById") WHERE state IN ('raised', 'accepted');
ALTER TABLE "Challenge" ADD CONSTRAINT challenge_grounds CHECK (char_length(grounds) BETWEEN 20 AND 4000);
ALTER TABLE "Challenge" ADD CONSTRAINT challenge_state CHECK (state IN ('raised', 'accepted', 'declined', 're-passed', 'failed')
  AND (state = 'raised') = ("answeredById" IS NULL) AND (state = 'raised') = (answer IS NULL) AND (state = 'raised') = ("answeredAt" IS NULL)
  AND (state IN ('raised', 'accepted')) = ("endedOn" IS NULL) AND (state = 're-passed') = ("rePassedRunId" IS NOT NULL));

CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Challenge" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "Challenge" ENABLE ALWAYS TRIGGER tell_catalogue;

-- An officer may decide on a check too, without a dispute.
ALTER TABLE "OfficerDecision" DROP CONSTRAINT decision_kind;
ALTER TABLE "OfficerDecision" ADD CONSTRAINT decision_kind CHECK (kind IN ('LIST', 'REFUSE', 'SUSPEND', 'LIFT', 'REMOVE', 'CONTINUITY', 'CENSURE', 'WAIVE', 'CORRECT',
  'ACCEPT_PLAN', 'EXTEND', 'UPHOLD_APPEAL', 'DISMISS_APPEAL', 'UPHOLD_DISPUTE', 'WAIVE_CHECK'));
ALTER TABLE "DecisionProposal" DROP CONSTRAINT proposal_kind;
ALTER TABLE "DecisionProposal" ADD CONSTRAINT proposal_kind CHECK (kind IN ('LIST', 'REFUSE', 'SUSPEND', 'LIFT', 'REMOVE', 'CONTINUITY', 'CENSURE', 'WAIVE', 'CORRECT',
  'ACCEPT_PLAN', 'EXTEND', 'UPHOLD_APPEAL', 'DISMISS_APPEAL', 'UPHOLD_DISPUTE', 'WAIVE_CHECK') AND state IN ('proposed', 'made', 'lapsed'));
DROP INDEX proposal_open;
CREATE UNIQUE INDEX proposal_open ON "DecisionProposal" ("moduleVersionId", kind, (coalesce(terms ->> 'requirementId', '')), (coalesce(terms ->> 'planId', '')),
  (coalesce(terms ->> 'appealId', '')), (coalesce(terms ->> 'disputeId', '')), (coalesce(terms ->> 'check', ''))) WHERE state = 'proposed';
