-- AlterTable
ALTER TABLE "Switch" ADD COLUMN     "heldAt" TIMESTAMPTZ(3),
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "part" TEXT NOT NULL DEFAULT 'whole',
ADD COLUMN     "stateBefore" TEXT;

-- CreateTable
CREATE TABLE "RollBackSignature" (
    "proposalId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RollBackSignature_pkey" PRIMARY KEY ("proposalId","personId")
);

-- CreateTable
CREATE TABLE "SwitchFact" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "item" TEXT NOT NULL DEFAULT '',
    "value" JSONB NOT NULL,
    "statedById" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "statedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "SwitchFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SwitchHazard" (
    "switchId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "likelihoodBefore" INTEGER NOT NULL,
    "severityBefore" INTEGER NOT NULL,
    "likelihoodAfter" INTEGER,
    "severityAfter" INTEGER,
    "controls" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL DEFAULT '',
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SwitchHazard_pkey" PRIMARY KEY ("switchId","number")
);

-- CreateTable
CREATE TABLE "RadarLine" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "inUse" BOOLEAN,
    "thirdParty" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL DEFAULT '',
    "plan" TEXT NOT NULL DEFAULT '',
    "toldOn" DATE,
    "offAt" TIMESTAMPTZ(3),
    "offProof" TEXT,
    "offById" UUID,
    "onAt" TIMESTAMPTZ(3),
    "onProof" TEXT,
    "onById" UUID,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RadarLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReEntryItem" (
    "switchId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredById" UUID,
    "enteredAt" TIMESTAMPTZ(3),
    "matchedRun" UUID,
    "voidReason" TEXT,
    "voidById" UUID,
    "voidAgreedById" UUID,

    CONSTRAINT "ReEntryItem_pkey" PRIMARY KEY ("switchId","number")
);

-- CreateTable
CREATE TABLE "CapacityWeek" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "slots" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "blackout" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CapacityWeek_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CapacityReservation" (
    "id" UUID NOT NULL,
    "weekId" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "reservedById" UUID NOT NULL,
    "reservedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CapacityReservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SwitchTimer" (
    "switchId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "warned" INTEGER NOT NULL DEFAULT 0,
    "escalated" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SwitchTimer_pkey" PRIMARY KEY ("switchId","kind")
);

-- CreateTable
CREATE TABLE "BankHoliday" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "BankHoliday_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "SwitchFact_switchId_idx" ON "SwitchFact"("switchId");

-- CreateIndex
CREATE UNIQUE INDEX "RadarLine_switchId_service_key" ON "RadarLine"("switchId", "service");

-- CreateIndex
CREATE UNIQUE INDEX "CapacityWeek_organisationId_kind_week_key" ON "CapacityWeek"("organisationId", "kind", "week");

-- CreateIndex
CREATE INDEX "CapacityReservation_switchId_idx" ON "CapacityReservation"("switchId");

-- CreateIndex
CREATE INDEX "Switch_parentId_idx" ON "Switch"("parentId");

-- CreateIndex
CREATE INDEX "Switch_state_idx" ON "Switch"("state");

-- AddForeignKey
ALTER TABLE "Switch" ADD CONSTRAINT "Switch_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollBackSignature" ADD CONSTRAINT "RollBackSignature_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "RollBackProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwitchFact" ADD CONSTRAINT "SwitchFact_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwitchHazard" ADD CONSTRAINT "SwitchHazard_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RadarLine" ADD CONSTRAINT "RadarLine_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReEntryItem" ADD CONSTRAINT "ReEntryItem_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityReservation" ADD CONSTRAINT "CapacityReservation_weekId_fkey" FOREIGN KEY ("weekId") REFERENCES "CapacityWeek"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityReservation" ADD CONSTRAINT "CapacityReservation_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwitchTimer" ADD CONSTRAINT "SwitchTimer_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema files cannot say.
ALTER TABLE "Switch" DROP CONSTRAINT switch_state;
ALTER TABLE "Switch" ADD CONSTRAINT switch_state CHECK (CASE "machineVersion"
  WHEN 1 THEN state IN ('draft', 'ordered', 'trial-loaded', 'data-check', 'loaded', 'live', 'closed', 'rolled-back', 'cancelled')
  ELSE state IN ('draft', 'case', 'ordered', 'mobilised', 'preparing', 'trial-loaded', 'data-check', 'cutover-ready', 'frozen',
    'loaded', 'live', 'legacy-read-only', 'closed', 'on-hold', 'remediation', 'rolled-back', 'cancelled') END);
ALTER TABLE "Switch" ADD CONSTRAINT switch_state_before CHECK ((state IN ('on-hold', 'remediation')) = ("stateBefore" IS NOT NULL)
  AND (state = 'on-hold') = ("heldAt" IS NOT NULL));
ALTER TABLE "Switch" ADD CONSTRAINT switch_part CHECK (part IN ('whole', 'documents', 'appointments')
  AND (part = 'whole') = ("parentId" IS NULL));
-- One running whole switch for each contract to be left, and one of each part in it.
DROP INDEX switch_one_running;
CREATE UNIQUE INDEX switch_one_running ON "Switch" ("leavingContractId")
  WHERE state NOT IN ('closed', 'rolled-back', 'cancelled') AND "parentId" IS NULL;
CREATE UNIQUE INDEX switch_one_running_part ON "Switch" ("parentId", part)
  WHERE state NOT IN ('closed', 'rolled-back', 'cancelled') AND "parentId" IS NOT NULL;
-- SW-03: of each kind and item one statement stands; what was stated stays to be read.
CREATE UNIQUE INDEX fact_one_current ON "SwitchFact" ("switchId", kind, item) WHERE "supersededAt" IS NULL;
CREATE FUNCTION refuse_fact_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."supersededAt" IS NOT NULL OR to_jsonb(NEW) - 'supersededAt' <> to_jsonb(OLD) - 'supersededAt' THEN
    RAISE EXCEPTION 'a stated fact can only be superseded';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER superseded_only BEFORE UPDATE OR DELETE ON "SwitchFact" FOR EACH ROW EXECUTE FUNCTION refuse_fact_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RollBackSignature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- HZ-01.
ALTER TABLE "SwitchHazard" ADD CONSTRAINT hazard_scores CHECK (number ~ '^H[0-9]{1,3}$'
  AND "likelihoodBefore" BETWEEN 1 AND 5 AND "severityBefore" BETWEEN 1 AND 5
  AND "likelihoodAfter" BETWEEN 1 AND 5 AND "severityAfter" BETWEEN 1 AND 5
  AND ("likelihoodAfter" IS NULL) = ("severityAfter" IS NULL));
-- RD-01: a service is put on again only after it was taken off, each with its proof and who gave it.
ALTER TABLE "RadarLine" ADD CONSTRAINT radar_proofs CHECK (("offAt" IS NULL) = ("offProof" IS NULL) AND ("offAt" IS NULL) = ("offById" IS NULL)
  AND ("onAt" IS NULL) = ("onProof" IS NULL) AND ("onAt" IS NULL) = ("onById" IS NULL)
  AND ("onAt" IS NULL OR ("offAt" IS NOT NULL AND "onAt" >= "offAt")) AND source IN ('seed', 'contracted', 'added'));
-- RE-01: matched by a run, or void by two people with a reason.
ALTER TABLE "ReEntryItem" ADD CONSTRAINT reentry_state CHECK (number BETWEEN 1 AND 99999
  AND state IN ('open', 'entered', 'matched', 'void')
  AND (state NOT IN ('entered', 'matched') OR ("enteredById" IS NOT NULL AND "enteredAt" IS NOT NULL))
  AND (state = 'matched') = ("matchedRun" IS NOT NULL)
  AND (state <> 'void' OR ("voidReason" IS NOT NULL AND "voidById" IS NOT NULL AND "voidAgreedById" IS NOT NULL
    AND "voidById" <> "voidAgreedById")));
-- CC-01: never more taken than there is, so one wins the last slot; a switch holds one of a week.
ALTER TABLE "CapacityWeek" ADD CONSTRAINT capacity_slots CHECK (slots BETWEEN 0 AND 1000 AND taken BETWEEN 0 AND slots
  AND kind IN ('trial-load', 'final-load', 'trainer') AND extract(isodow FROM week) = 1);
CREATE UNIQUE INDEX reservation_once ON "CapacityReservation" ("weekId", "switchId") WHERE "releasedAt" IS NULL;
ALTER TABLE "SwitchTimer" ADD CONSTRAINT timer_state CHECK (state IN ('running', 'warned', 'overdue', 'met', 'stopped')
  AND escalated BETWEEN 0 AND 3);
-- TM-02: the bank holidays of England and Wales as gov.uk gives them; substitute days where they fall on a weekend.
INSERT INTO "BankHoliday" (day, name) VALUES
  ('2025-01-01', 'New Year’s Day'),
  ('2025-04-18', 'Good Friday'),
  ('2025-04-21', 'Easter Monday'),
  ('2025-05-05', 'Early May bank holiday'),
  ('2025-05-26', 'Spring bank holiday'),
  ('2025-08-25', 'Summer bank holiday'),
  ('2025-12-25', 'Christmas Day'),
  ('2025-12-26', 'Boxing Day'),
  ('2026-01-01', 'New Year’s Day'),
  ('2026-04-03', 'Good Friday'),
  ('2026-04-06', 'Easter Monday'),
  ('2026-05-04', 'Early May bank holiday'),
  ('2026-05-25', 'Spring bank holiday'),
  ('2026-08-31', 'Summer bank holiday'),
  ('2026-12-25', 'Christmas Day'),
  ('2026-12-28', 'Boxing Day'),
  ('2027-01-01', 'New Year’s Day'),
  ('2027-03-26', 'Good Friday'),
  ('2027-03-29', 'Easter Monday'),
  ('2027-05-03', 'Early May bank holiday'),
  ('2027-05-31', 'Spring bank holiday'),
  ('2027-08-30', 'Summer bank holiday'),
  ('2027-12-27', 'Christmas Day'),
  ('2027-12-28', 'Boxing Day'),
  ('2028-01-03', 'New Year’s Day'),
  ('2028-04-14', 'Good Friday'),
  ('2028-04-17', 'Easter Monday'),
  ('2028-05-01', 'Early May bank holiday'),
  ('2028-05-29', 'Spring bank holiday'),
  ('2028-08-28', 'Summer bank holiday'),
  ('2028-12-25', 'Christmas Day'),
  ('2028-12-26', 'Boxing Day');
