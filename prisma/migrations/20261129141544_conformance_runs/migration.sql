-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "runId" UUID,
ALTER COLUMN "assessorId" DROP NOT NULL,
ALTER COLUMN "reviewerId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Requirement" ADD COLUMN     "checks" TEXT[];

-- CreateTable
CREATE TABLE "Endpoint" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "base" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "seen" TEXT,
    "provenOn" DATE,
    "provenBy" TEXT,
    "approvedById" UUID,
    "approvedOn" DATE,
    "revokedReason" TEXT,
    "sealedToken" BYTEA,
    "fixtures" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConformanceRun" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "askedById" UUID,
    "reason" TEXT,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "beganAt" TIMESTAMPTZ(3),
    "heardAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "progress" JSONB,
    "report" JSONB,
    "abortCode" TEXT,
    "envelope" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ConformanceRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckFact" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "runId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "requirementId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "suiteVersion" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "foundOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckFact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Endpoint_moduleVersionId_idx" ON "Endpoint"("moduleVersionId");

-- CreateIndex
CREATE INDEX "Endpoint_supplierId_idx" ON "Endpoint"("supplierId");

-- CreateIndex
CREATE INDEX "Endpoint_state_idx" ON "Endpoint"("state");

-- CreateIndex
CREATE INDEX "ConformanceRun_endpointId_idx" ON "ConformanceRun"("endpointId");

-- CreateIndex
CREATE INDEX "ConformanceRun_moduleVersionId_idx" ON "ConformanceRun"("moduleVersionId");

-- CreateIndex
CREATE INDEX "ConformanceRun_supplierId_idx" ON "ConformanceRun"("supplierId");

-- CreateIndex
CREATE INDEX "ConformanceRun_state_idx" ON "ConformanceRun"("state");

-- CreateIndex
CREATE INDEX "CheckFact_moduleVersionId_idx" ON "CheckFact"("moduleVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckFact_runId_standardVersionId_requirementId_check_key" ON "CheckFact"("runId", "standardVersionId", "requirementId", "check");

-- AddForeignKey
ALTER TABLE "ConformanceRun" ADD CONSTRAINT "ConformanceRun_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "Endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Findings and results are ordered against each other (§5, D2c, D5): one row of numbers for both.
ALTER TABLE "CheckFact" ALTER COLUMN sequence SET DEFAULT nextval('"Finding_sequence_seq"');
DROP SEQUENCE "CheckFact_sequence_seq";

-- Two people sign a finding, or a machine's run stands in their place (NC-03).
ALTER TABLE "Finding" ADD CONSTRAINT finding_signed_or_run CHECK (
  ("runId" IS NULL AND "assessorId" IS NOT NULL AND "reviewerId" IS NOT NULL)
  OR ("runId" IS NOT NULL AND "assessorId" IS NULL AND "reviewerId" IS NULL AND outcome = 'MET' AND "requirementId" IS NOT NULL));

ALTER TABLE "Endpoint" ADD CONSTRAINT endpoint_state CHECK (state IN ('entered', 'proven', 'approved', 'stale', 'revoked'));
ALTER TABLE "Endpoint" ADD CONSTRAINT endpoint_proven CHECK (state NOT IN ('proven', 'approved', 'stale') OR ("provenOn" IS NOT NULL AND "provenBy" IN ('dns', 'file')));
ALTER TABLE "Endpoint" ADD CONSTRAINT endpoint_approved CHECK (state <> 'approved' OR "approvedOn" IS NOT NULL);
ALTER TABLE "Endpoint" ADD CONSTRAINT endpoint_base CHECK (base LIKE '%/' AND length(base) <= 2049);
CREATE UNIQUE INDEX endpoint_one_live ON "Endpoint" ("moduleVersionId") WHERE state <> 'revoked';

ALTER TABLE "ConformanceRun" ADD CONSTRAINT run_state CHECK (state IN ('queued', 'running', 'finished', 'signed', 'logged', 'cancelled', 'aborted'));
ALTER TABLE "ConformanceRun" ADD CONSTRAINT run_kind CHECK (kind IN ('DRYRUN', 'OFFICIAL', 'MONITOR', 'REFRESH', 'CHALLENGE'));
-- Dry runs are private: they are never signed and never a fact (CS-03).
ALTER TABLE "ConformanceRun" ADD CONSTRAINT run_dry_unsigned CHECK (kind <> 'DRYRUN' OR (envelope IS NULL AND state NOT IN ('signed', 'logged')));
ALTER TABLE "ConformanceRun" ADD CONSTRAINT run_signed CHECK (state NOT IN ('signed', 'logged') OR envelope IS NOT NULL);
-- One open official run a claim (CS-03), one run a host at a time (SG-09).
CREATE UNIQUE INDEX run_one_official ON "ConformanceRun" ("moduleVersionId") WHERE kind = 'OFFICIAL' AND state IN ('queued', 'running', 'finished', 'signed');
CREATE UNIQUE INDEX run_one_a_host ON "ConformanceRun" (host) WHERE state = 'running';

ALTER TABLE "CheckFact" ADD CONSTRAINT check_fact_kind CHECK (kind IN ('OFFICIAL', 'MONITOR', 'REFRESH', 'CHALLENGE'));
ALTER TABLE "CheckFact" ADD CONSTRAINT check_fact_result CHECK (result IN ('PASS', 'FAIL', 'NOT_EXERCISED', 'NOT_APPLICABLE', 'ERROR'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CheckFact" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CheckFact" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "CheckFact" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "CheckFact" ENABLE ALWAYS TRIGGER tell_catalogue;
