-- AlterTable
ALTER TABLE "Requirement" ADD COLUMN     "anchor" TEXT,
ADD COLUMN     "roles" TEXT[],
ADD COLUMN     "text" TEXT;

-- AlterTable
ALTER TABLE "StandardVersion" ADD COLUMN     "conflictIds" TEXT[],
ADD COLUMN     "contentSha256" TEXT,
ADD COLUMN     "knownFrom" DATE,
ADD COLUMN     "requiredIds" TEXT[];

-- CreateTable
CREATE TABLE "StandardDraft" (
    "id" UUID NOT NULL,
    "standardId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "difference" JSONB NOT NULL,
    "contentSha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "draftedById" UUID NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StandardDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardVersionReplacement" (
    "standardVersionId" UUID NOT NULL,
    "replacedId" UUID NOT NULL,

    CONSTRAINT "StandardVersionReplacement_pkey" PRIMARY KEY ("standardVersionId","replacedId")
);

-- CreateTable
CREATE TABLE "RequirementChange" (
    "id" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "requirementId" TEXT,
    "fromVersionId" UUID,
    "fromRequirementId" TEXT,

    CONSTRAINT "RequirementChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardVersionDates" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "decidedOn" DATE NOT NULL,
    "publishedOn" DATE,
    "effectiveOn" DATE,
    "transitionEndsOn" DATE,
    "deprecatedOn" DATE,
    "retiredOn" DATE,
    "withdrawnOn" DATE,

    CONSTRAINT "StandardVersionDates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardProposal" (
    "id" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "terms" JSONB NOT NULL DEFAULT '{}',
    "contentSha256" TEXT,
    "state" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StandardProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardDecision" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "terms" JSONB NOT NULL DEFAULT '{}',
    "contentSha256" TEXT,
    "madeById" UUID NOT NULL,
    "secondedById" UUID NOT NULL,
    "madeOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StandardDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshPreview" (
    "id" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "contentSha256" TEXT NOT NULL,
    "lookedById" UUID NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RefreshPreview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redeclaration" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "requirementId" TEXT NOT NULL,
    "declaredById" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Redeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConformanceChange" (
    "moduleVersionId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "sinceDay" DATE NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "ConformanceChange_pkey" PRIMARY KEY ("moduleVersionId","day")
);

-- CreateTable
CREATE TABLE "ComparedDay" (
    "day" DATE NOT NULL,
    "comparedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ComparedDay_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "StandardDraft_standardId_idx" ON "StandardDraft"("standardId");

-- CreateIndex
CREATE INDEX "RequirementChange_standardVersionId_idx" ON "RequirementChange"("standardVersionId");

-- CreateIndex
CREATE INDEX "StandardVersionDates_standardVersionId_idx" ON "StandardVersionDates"("standardVersionId");

-- CreateIndex
CREATE INDEX "StandardProposal_standardVersionId_idx" ON "StandardProposal"("standardVersionId");

-- CreateIndex
CREATE INDEX "StandardDecision_standardVersionId_idx" ON "StandardDecision"("standardVersionId");

-- CreateIndex
CREATE INDEX "RefreshPreview_standardVersionId_contentSha256_idx" ON "RefreshPreview"("standardVersionId", "contentSha256");

-- CreateIndex
CREATE INDEX "Obligation_supplierId_idx" ON "Obligation"("supplierId");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_standardVersionId_moduleVersionId_key" ON "Obligation"("standardVersionId", "moduleVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Redeclaration_moduleVersionId_standardVersionId_requirement_key" ON "Redeclaration"("moduleVersionId", "standardVersionId", "requirementId");

-- AddForeignKey
ALTER TABLE "StandardVersionReplacement" ADD CONSTRAINT "StandardVersionReplacement_standardVersionId_fkey" FOREIGN KEY ("standardVersionId") REFERENCES "StandardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandardVersionReplacement" ADD CONSTRAINT "StandardVersionReplacement_replacedId_fkey" FOREIGN KEY ("replacedId") REFERENCES "StandardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequirementChange" ADD CONSTRAINT "RequirementChange_standardVersionId_fkey" FOREIGN KEY ("standardVersionId") REFERENCES "StandardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandardVersionDates" ADD CONSTRAINT "StandardVersionDates_standardVersionId_fkey" FOREIGN KEY ("standardVersionId") REFERENCES "StandardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandardDecision" ADD CONSTRAINT "StandardDecision_standardVersionId_fkey" FOREIGN KEY ("standardVersionId") REFERENCES "StandardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_standardVersionId_fkey" FOREIGN KEY ("standardVersionId") REFERENCES "StandardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What two officers published is never changed: a mistake is withdrawn, and a newer version takes its place.
CREATE FUNCTION refuse_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published_id uuid;
BEGIN
  IF TG_TABLE_NAME = 'StandardVersion' THEN
    IF OLD."contentSha256" IS NULL THEN RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END; END IF;
  ELSE
    published_id := CASE WHEN TG_OP = 'INSERT' THEN NEW."standardVersionId" ELSE OLD."standardVersionId" END;
    IF NOT EXISTS (SELECT 1 FROM "StandardVersion" WHERE id = published_id AND "contentSha256" IS NOT NULL)
      THEN RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END; END IF;
  END IF;
  RAISE EXCEPTION '% is published: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER published_is_frozen BEFORE UPDATE OR DELETE ON "StandardVersion" FOR EACH ROW EXECUTE FUNCTION refuse_published();
CREATE TRIGGER published_is_frozen BEFORE INSERT OR UPDATE OR DELETE ON "Requirement" FOR EACH ROW EXECUTE FUNCTION refuse_published();

ALTER TABLE "StandardVersion" ADD CONSTRAINT standard_version_basis CHECK ("legalBasis" IN ('LAW', 'CONTRACT'));
ALTER TABLE "StandardVersion" ADD CONSTRAINT standard_version_class CHECK ("changeClass" IS NULL OR "changeClass" IN ('PATCH', 'MINOR', 'MAJOR', 'REPLACE'));
-- Published here, every day that decides is there, in its order (SV-01).
ALTER TABLE "StandardVersion" ADD CONSTRAINT standard_version_days CHECK ("contentSha256" IS NULL OR (
  "knownFrom" IS NOT NULL AND "publishedOn" <= "effectiveOn" AND "effectiveOn" <= "transitionEndsOn"
  AND ("retiredOn" IS NULL OR "deprecatedOn" IS NULL OR "deprecatedOn" <= "retiredOn")));

ALTER TABLE "StandardDraft" ADD CONSTRAINT standard_draft_state CHECK (state IN ('draft', 'published'));
ALTER TABLE "RequirementChange" ADD CONSTRAINT requirement_change_kind CHECK (
  (kind IN ('SAME', 'REWORDED', 'TIGHTENED') AND "requirementId" IS NOT NULL AND "fromVersionId" IS NOT NULL AND "fromRequirementId" IS NOT NULL)
  OR (kind = 'NEW' AND "requirementId" IS NOT NULL AND "fromVersionId" IS NULL AND "fromRequirementId" IS NULL)
  OR (kind = 'REMOVED' AND "requirementId" IS NULL AND "fromVersionId" IS NOT NULL AND "fromRequirementId" IS NOT NULL));

ALTER TABLE "StandardProposal" ADD CONSTRAINT standard_proposal_kind CHECK (
  kind IN ('PUBLISH', 'RESCHEDULE', 'WITHDRAW') AND state IN ('proposed', 'made', 'lapsed'));
CREATE UNIQUE INDEX standard_proposal_open ON "StandardProposal" ("standardVersionId", kind, (coalesce("contentSha256", ''))) WHERE state = 'proposed';
ALTER TABLE "StandardDecision" ADD CONSTRAINT standard_decision_two_officers CHECK ("madeById" <> "secondedById");
ALTER TABLE "StandardDecision" ADD CONSTRAINT standard_decision_kind CHECK (kind IN ('PUBLISH', 'RESCHEDULE', 'WITHDRAW'));
ALTER TABLE "Obligation" ADD CONSTRAINT obligation_kind CHECK (kind IN ('lapses', 'must-act'));

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['StandardVersionReplacement', 'RequirementChange', 'StandardVersionDates', 'StandardDecision', 'RefreshPreview',
    'Obligation', 'Redeclaration', 'ConformanceChange'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
  -- What modules derive from tells that it has changed.
  FOREACH name IN ARRAY ARRAY['StandardVersionReplacement', 'RequirementChange', 'StandardVersionDates', 'Redeclaration'] LOOP
    EXECUTE format('CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue(''facts'')', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER tell_catalogue', name);
  END LOOP;
END $$;
