-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "DecisionProposal" ADD COLUMN     "basis" TEXT,
ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "addedById" UUID,
ADD COLUMN     "replacesId" UUID;

-- AlterTable
ALTER TABLE "OfficerDecision" ADD COLUMN     "appealUntil" DATE,
ADD COLUMN     "basis" TEXT,
ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "capabilityIds" TEXT[],
    "state" TEXT NOT NULL,
    "returnReason" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EpicAnswer" (
    "assessmentId" UUID NOT NULL,
    "epicId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EpicAnswer_pkey" PRIMARY KEY ("assessmentId","epicId")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "evidenceId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "byteCount" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "FindingProposal" (
    "id" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "standardVersionId" UUID,
    "requirementId" TEXT,
    "capabilityId" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "validUntil" DATE,
    "evidenceIds" UUID[],
    "correctsId" UUID,
    "assessorId" UUID NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "comment" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FindingProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "requirementId" TEXT NOT NULL,
    "hazard" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Assessment_moduleVersionId_idx" ON "Assessment"("moduleVersionId");

-- CreateIndex
CREATE INDEX "Assessment_supplierId_idx" ON "Assessment"("supplierId");

-- CreateIndex
CREATE INDEX "Assessment_state_movedAt_idx" ON "Assessment"("state", "movedAt");

-- CreateIndex
CREATE INDEX "FindingProposal_assessmentId_idx" ON "FindingProposal"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Waiver_decisionId_key" ON "Waiver"("decisionId");

-- CreateIndex
CREATE INDEX "Waiver_moduleVersionId_idx" ON "Waiver"("moduleVersionId");

-- AddForeignKey
ALTER TABLE "EpicAnswer" ADD CONSTRAINT "EpicAnswer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What has ended may be opened anew; two that are open at once may not be.
CREATE UNIQUE INDEX assessment_open ON "Assessment" ("moduleVersionId") WHERE state NOT IN ('listed', 'withdrawn');
ALTER TABLE "Assessment" ADD CONSTRAINT assessment_state CHECK (state IN ('declared', 'pre-check', 'capability-review', 'standards-review', 'for-decision', 'listed', 'withdrawn'));
ALTER TABLE "Assessment" ADD CONSTRAINT assessment_kind CHECK (kind IN ('CAPABILITY', 'COMPLIANCE', 'UPLIFT', 'SURVEILLANCE'));
ALTER TABLE "EpicAnswer" ADD CONSTRAINT epic_answer CHECK (answer IN ('met', 'not-met'));

ALTER TABLE "Evidence" ADD CONSTRAINT evidence_visibility CHECK (visibility IN ('PUBLIC', 'BUYERS', 'ASSESSORS'));
ALTER TABLE "EvidenceFile" ADD CONSTRAINT evidence_file_size CHECK ("byteCount" BETWEEN 1 AND 20971520 AND octet_length(bytes) = "byteCount");
ALTER TABLE "EvidenceFile" ADD CONSTRAINT evidence_file_type CHECK ("contentType" IN ('application/pdf', 'image/png', 'application/json', 'text/csv'));
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "EvidenceFile" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "EvidenceFile" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- AC-03: no finding without evidence; what does not apply needs a reason.
ALTER TABLE "FindingProposal" ADD CONSTRAINT finding_proposal_subject CHECK (
  ("capabilityId" IS NULL) = ("requirementId" IS NOT NULL) AND ("requirementId" IS NULL) = ("standardVersionId" IS NULL));
ALTER TABLE "FindingProposal" ADD CONSTRAINT finding_proposal_outcome CHECK (outcome IN ('MET', 'NOT_MET', 'NOT_APPLICABLE'));
ALTER TABLE "FindingProposal" ADD CONSTRAINT finding_proposal_evidence CHECK (cardinality("evidenceIds") > 0);
ALTER TABLE "FindingProposal" ADD CONSTRAINT finding_proposal_reason CHECK (outcome <> 'NOT_APPLICABLE' OR reason IS NOT NULL);
ALTER TABLE "FindingProposal" ADD CONSTRAINT finding_proposal_state CHECK (state IN ('found', 'signed', 'sent-back'));
CREATE UNIQUE INDEX finding_proposal_open ON "FindingProposal"
  ("assessmentId", coalesce("capabilityId", ''), coalesce("requirementId", ''), coalesce("standardVersionId"::text, '')) WHERE state = 'found';

ALTER TABLE "OfficerDecision" DROP CONSTRAINT decision_kind;
ALTER TABLE "OfficerDecision" ADD CONSTRAINT decision_kind CHECK (kind IN ('LIST', 'REFUSE', 'SUSPEND', 'LIFT', 'REMOVE', 'CONTINUITY', 'CENSURE', 'WAIVE', 'CORRECT'));
ALTER TABLE "DecisionProposal" DROP CONSTRAINT proposal_kind;
ALTER TABLE "DecisionProposal" ADD CONSTRAINT proposal_kind CHECK (
  kind IN ('LIST', 'REFUSE', 'SUSPEND', 'LIFT', 'REMOVE', 'CONTINUITY', 'CENSURE', 'WAIVE', 'CORRECT') AND state IN ('proposed', 'made', 'lapsed'));

-- DE-03: never on a serious hazard, never for more than 180 days.
ALTER TABLE "Waiver" ADD CONSTRAINT waiver_never_serious CHECK (hazard IN ('NONE', 'LOW'));
ALTER TABLE "Waiver" ADD CONSTRAINT waiver_at_most_180_days CHECK ("untilOn" BETWEEN "fromOn" AND "fromOn" + 180);
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "OfficerDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Waiver" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Waiver" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
