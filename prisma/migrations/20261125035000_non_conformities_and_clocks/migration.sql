-- AlterTable
ALTER TABLE "NonConformity" ADD COLUMN     "closedBy" TEXT,
ADD COLUMN     "hazard" TEXT,
ADD COLUMN     "hazardRaisedOn" DATE,
ADD COLUMN     "raisedById" UUID,
ADD COLUMN     "raisedOn" DATE,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'open',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "determinedOn" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "proposedById" UUID,
ADD COLUMN     "proposedOn" DATE,
ADD COLUMN     "returnReason" TEXT,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'proposed',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "NonConformityStatement" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "nonConformityId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "statedOn" DATE NOT NULL,
    "statedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NonConformityStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanMilestone" (
    "planId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,

    CONSTRAINT "PlanMilestone_pkey" PRIMARY KEY ("planId","number")
);

-- CreateTable
CREATE TABLE "PlanAct" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "planId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actedOn" DATE NOT NULL,
    "milestone" INTEGER,
    "dueOn" DATE,
    "words" TEXT,
    "actedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlanAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockRule" (
    "clock" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "days" INTEGER[],
    "seriousDays" INTEGER,

    CONSTRAINT "ClockRule_pkey" PRIMARY KEY ("clock","fromOn")
);

-- CreateTable
CREATE TABLE "ClockMiss" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClockMiss_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NonConformityStatement_nonConformityId_idx" ON "NonConformityStatement"("nonConformityId");

-- CreateIndex
CREATE INDEX "PlanAct_planId_idx" ON "PlanAct"("planId");

-- CreateIndex
CREATE INDEX "ClockMiss_moduleVersionId_idx" ON "ClockMiss"("moduleVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "ClockMiss_clock_subjectId_dueOn_key" ON "ClockMiss"("clock", "subjectId", "dueOn");

-- CreateIndex
CREATE INDEX "NonConformity_state_idx" ON "NonConformity"("state");

-- AddForeignKey
ALTER TABLE "NonConformityStatement" ADD CONSTRAINT "NonConformityStatement_nonConformityId_fkey" FOREIGN KEY ("nonConformityId") REFERENCES "NonConformity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanMilestone" ADD CONSTRAINT "PlanMilestone_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAct" ADD CONSTRAINT "PlanAct_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What stands already was written before there were states: every non-conformity was open or closed, every plan accepted.
UPDATE "NonConformity" SET state = 'closed', "closedBy" = 'FINDING' WHERE "closedOn" IS NOT NULL;
UPDATE "NonConformity" SET "raisedOn" = "determinedOn";
UPDATE "Plan" SET state = CASE WHEN "supersededOn" IS NOT NULL THEN 'superseded' WHEN "acceptedOn" IS NULL THEN 'proposed' ELSE 'accepted' END;
INSERT INTO "PlanAct" (id, "planId", kind, "actedOn", "recordedAt")
  SELECT gen_random_uuid(), id, 'CLAIMED_DONE', "claimedDoneOn", "claimedDoneOn" FROM "Plan" WHERE "claimedDoneOn" IS NOT NULL;

ALTER TABLE "NonConformity" ADD CONSTRAINT non_conformity_source CHECK (source IN ('RUN', 'FINDING', 'LAPSE', 'STANDARD_REFRESH', 'COMPLAINT', 'CHALLENGE', 'LEGAL_NOTICE'));
ALTER TABLE "NonConformity" ADD CONSTRAINT non_conformity_state CHECK (state IN ('candidate', 'open', 'dismissed', 'closed'));
-- A candidate is not determined, and what was closed says on which day and by what.
ALTER TABLE "NonConformity" ADD CONSTRAINT non_conformity_determined CHECK ((state IN ('open', 'closed')) = ("determinedOn" IS NOT NULL));
ALTER TABLE "NonConformity" ADD CONSTRAINT non_conformity_closed CHECK ((state = 'closed') = ("closedOn" IS NOT NULL) AND ("closedOn" IS NULL) = ("closedBy" IS NULL));
ALTER TABLE "NonConformity" ADD CONSTRAINT non_conformity_hazard CHECK (("hazard" IS NULL) = ("hazardRaisedOn" IS NULL)
  AND (hazard IS NULL OR hazard IN ('LOW', 'CLINICAL_SAFETY', 'SECURITY', 'DATA_LOSS')));
-- One that is open for each requirement, and beside it one that time alone opened: a breach counts otherwise than a lapse (D2a, D4).
CREATE UNIQUE INDEX non_conformity_open ON "NonConformity" ("moduleVersionId", "standardVersionId", "requirementId", (source IN ('LAPSE', 'STANDARD_REFRESH'))) WHERE state = 'open';
-- The register of a former day reads these: nothing is taken back, and a day once written stays.
CREATE FUNCTION keep_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE name text;
BEGIN
  IF TG_OP <> 'UPDATE' THEN RAISE EXCEPTION '% is never deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END IF;
  FOREACH name IN ARRAY TG_ARGV LOOP
    IF to_jsonb(OLD) ->> name IS NOT NULL AND to_jsonb(OLD) ->> name IS DISTINCT FROM to_jsonb(NEW) ->> name THEN
      RAISE EXCEPTION '% keeps its %', TG_TABLE_NAME, name USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_days BEFORE UPDATE OR DELETE ON "NonConformity" FOR EACH ROW
  EXECUTE FUNCTION keep_days('moduleVersionId', 'standardVersionId', 'requirementId', 'source', 'raisedOn', 'determinedOn', 'closedOn', 'closedBy');
CREATE TRIGGER keep_days_truncate BEFORE TRUNCATE ON "NonConformity" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "Plan" ADD CONSTRAINT plan_state CHECK (state IN ('proposed', 'returned', 'accepted', 'superseded', 'verified')
  AND (state IN ('proposed', 'returned')) = ("acceptedOn" IS NULL) AND (state = 'superseded') = ("supersededOn" IS NOT NULL));
CREATE UNIQUE INDEX plan_proposed ON "Plan" ("nonConformityId") WHERE state = 'proposed';
CREATE UNIQUE INDEX plan_accepted ON "Plan" ("nonConformityId") WHERE state = 'accepted';
CREATE TRIGGER keep_days BEFORE UPDATE OR DELETE ON "Plan" FOR EACH ROW
  EXECUTE FUNCTION keep_days('nonConformityId', 'kind', 'hazard', 'acceptedOn', 'dueOn', 'claimedDoneOn', 'supersededOn');
CREATE TRIGGER keep_days_truncate BEFORE TRUNCATE ON "Plan" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- NC-01 again, by what the requirement and the non-conformity say, whatever hazard the plan's own row gives.
CREATE FUNCTION refuse_serious_work_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'WORK_OFF' AND NEW.state IN ('proposed', 'accepted') AND EXISTS (
    SELECT 1 FROM "NonConformity" n LEFT JOIN "Requirement" r ON r."standardVersionId" = n."standardVersionId" AND r.id = n."requirementId"
    WHERE n.id = NEW."nonConformityId" AND (coalesce(r.hazard, 'NONE') NOT IN ('NONE', 'LOW') OR coalesce(n.hazard, 'NONE') NOT IN ('NONE', 'LOW'))
  ) THEN RAISE EXCEPTION 'plan_no_work_off_on_serious' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_no_work_off_on_serious BEFORE INSERT OR UPDATE OF kind, state, "acceptedOn" ON "Plan" FOR EACH ROW EXECUTE FUNCTION refuse_serious_work_off();

ALTER TABLE "NonConformityStatement" ADD CONSTRAINT statement_length CHECK (char_length(text) BETWEEN 1 AND 4000);
ALTER TABLE "PlanMilestone" ADD CONSTRAINT milestone_number CHECK (number BETWEEN 1 AND 20);
ALTER TABLE "PlanAct" ADD CONSTRAINT plan_act_kind CHECK (kind IN ('STARTED', 'TICKED', 'CLAIMED_DONE', 'REJECTED', 'EXTENDED')
  AND (kind = 'TICKED') = (milestone IS NOT NULL) AND (kind = 'EXTENDED') = ("dueOn" IS NOT NULL));
-- Started once, extended once, each milestone ticked once.
CREATE UNIQUE INDEX plan_act_once ON "PlanAct" ("planId", kind, (coalesce(milestone, 0))) WHERE kind IN ('STARTED', 'EXTENDED', 'TICKED');

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NonConformityStatement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "NonConformityStatement" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PlanMilestone" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "PlanMilestone" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PlanAct" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "PlanAct" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ClockRule" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ClockRule" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ClockMiss" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ClockMiss" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The figures of the clocks, in force until a later row (CL-A).
INSERT INTO "ClockRule" (clock, "fromOn", days, "seriousDays") VALUES
  ('CL-01', '2020-01-01', '{10}', NULL),
  ('CL-02', '2020-01-01', '{75}', 10),
  ('CL-03', '2020-01-01', '{10}', NULL),
  ('CL-04', '2020-01-01', '{28}', NULL),
  ('CL-05', '2020-01-01', '{0}', NULL),
  ('CL-06', '2020-01-01', '{42}', NULL),
  ('CL-07', '2020-01-01', '{30}', NULL),
  ('CL-08', '2020-01-01', '{45}', NULL),
  ('CL-09', '2020-01-01', '{10}', NULL),
  ('CL-10', '2020-01-01', '{10}', NULL),
  ('CL-11', '2020-01-01', '{30}', NULL),
  ('CL-12', '2020-01-01', '{90}', NULL),
  ('CL-13', '2020-01-01', '{180,90,30,7}', NULL);

CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "NonConformityStatement" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "PlanMilestone" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "PlanAct" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "ClockRule" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "NonConformityStatement" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "PlanMilestone" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "PlanAct" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "ClockRule" ENABLE ALWAYS TRIGGER tell_catalogue;
