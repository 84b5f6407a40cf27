-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "plan" JSONB;

-- AlterTable
ALTER TABLE "Shortlist" ADD COLUMN     "planModuleId" UUID,
ADD COLUMN     "planRunId" UUID;

-- CreateTable
CREATE TABLE "NeedsProfile" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "sharedWithId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NeedsProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanRun" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "profileId" UUID NOT NULL,
    "profileVersion" INTEGER NOT NULL,
    "parentId" UUID,
    "change" JSONB,
    "profile" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "inputSha256" TEXT NOT NULL,
    "limitSeconds" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "progress" JSONB,
    "heardAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "outcome" JSONB,
    "evidence" TEXT,
    "evidenceSha256" TEXT,
    "requestedById" UUID NOT NULL,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlanRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NeedsProfile_organisationId_idx" ON "NeedsProfile"("organisationId");

-- CreateIndex
CREATE INDEX "NeedsProfile_sharedWithId_idx" ON "NeedsProfile"("sharedWithId");

-- CreateIndex
CREATE INDEX "PlanRun_profileId_idx" ON "PlanRun"("profileId");

-- CreateIndex
CREATE INDEX "PlanRun_organisationId_inputSha256_idx" ON "PlanRun"("organisationId", "inputSha256");

-- CreateIndex
CREATE INDEX "PlanRun_state_queuedAt_idx" ON "PlanRun"("state", "queuedAt");

-- AddForeignKey
ALTER TABLE "Shortlist" ADD CONSTRAINT "Shortlist_planRunId_fkey" FOREIGN KEY ("planRunId") REFERENCES "PlanRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanRun" ADD CONSTRAINT "PlanRun_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PlanRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanRun" ADD CONSTRAINT "PlanRun_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "NeedsProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Choosing §1: one live profile of a name in an organisation.
CREATE UNIQUE INDEX "NeedsProfile_one_live_name" ON "NeedsProfile" ("organisationId", name) WHERE state = 'live';
ALTER TABLE "NeedsProfile" ADD CONSTRAINT needs_profile_name CHECK (char_length(name) BETWEEN 1 AND 255);
ALTER TABLE "NeedsProfile" ADD CONSTRAINT needs_profile_state CHECK (state IN ('live', 'archived'));
ALTER TABLE "PlanRun" ADD CONSTRAINT plan_run_state CHECK (state IN ('queued', 'running', 'optimal', 'best-so-far', 'infeasible', 'undecided', 'cancelled', 'failed'));
ALTER TABLE "PlanRun" ADD CONSTRAINT plan_run_hashes CHECK ("inputSha256" ~ '^[0-9a-f]{64}$' AND "evidenceSha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "PlanRun" ADD CONSTRAINT plan_run_attempts CHECK (attempt BETWEEN 0 AND 2);
-- What was found is there exactly where something was found, and with it its evidence (EX-7).
ALTER TABLE "PlanRun" ADD CONSTRAINT plan_run_found CHECK (
  (state IN ('optimal', 'best-so-far', 'infeasible', 'undecided')) = (outcome IS NOT NULL)
  AND (outcome IS NULL) = (evidence IS NULL) AND (evidence IS NULL) = ("evidenceSha256" IS NULL));
ALTER TABLE "PlanRun" ADD CONSTRAINT plan_run_ended CHECK ((state IN ('queued', 'running')) = ("endedAt" IS NULL));
ALTER TABLE "Shortlist" ADD CONSTRAINT shortlist_of_plan CHECK (("planRunId" IS NULL) = ("planModuleId" IS NULL));

-- What a plan is computed from stays as it was asked; an ended run changes no more, and none is removed.
CREATE FUNCTION keep_plan_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."endedAt" IS NULL
    AND (OLD.id, OLD."organisationId", OLD."profileId", OLD."profileVersion", OLD."parentId", OLD.change, OLD.profile, OLD.choice,
      OLD.question, OLD."inputSha256", OLD."limitSeconds", OLD."requestedById", OLD."queuedAt")
      IS NOT DISTINCT FROM
      (NEW.id, NEW."organisationId", NEW."profileId", NEW."profileVersion", NEW."parentId", NEW.change, NEW.profile, NEW.choice,
      NEW.question, NEW."inputSha256", NEW."limitSeconds", NEW."requestedById", NEW."queuedAt") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what a plan run was asked, and what an ended one found, is never changed or removed';
END $$;
CREATE TRIGGER keep_plan_run BEFORE UPDATE OR DELETE ON "PlanRun" FOR EACH ROW EXECUTE FUNCTION keep_plan_run();
