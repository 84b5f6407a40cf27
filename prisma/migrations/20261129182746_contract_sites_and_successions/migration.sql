-- AlterTable
ALTER TABLE "ContractSite" ADD COLUMN     "heldFrom" DATE,
ADD COLUMN     "heldUntil" DATE,
ADD COLUMN     "moduleId" TEXT,
ADD COLUMN     "succeedsId" UUID;

-- CreateTable
CREATE TABLE "PracticeSuccession" (
    "practiceId" UUID NOT NULL,
    "successorId" UUID NOT NULL,
    "succeedsOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PracticeSuccession_pkey" PRIMARY KEY ("practiceId")
);

-- CreateIndex
CREATE INDEX "PracticeSuccession_succeedsOn_idx" ON "PracticeSuccession"("succeedsOn");

-- CreateIndex
CREATE INDEX "ContractSite_practiceId_idx" ON "ContractSite"("practiceId");

ALTER TABLE "PracticeSuccession" ADD CONSTRAINT succession_of_another CHECK ("practiceId" <> "successorId");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PracticeSuccession" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "PracticeSuccession" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- From when to when a practice holds a module by a site: the days of its contract, from a succession on, up to the day before it ceased.
CREATE FUNCTION keep_site_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT c."moduleId",
    CASE WHEN NEW."succeedsId" IS NULL THEN c."startsOn" ELSE greatest(c."startsOn", coalesce(NEW."liveOn", c."startsOn")) END,
    least(c."runsUntil", coalesce(NEW."ceasedOn" - 1, c."runsUntil"))
    INTO NEW."moduleId", NEW."heldFrom", NEW."heldUntil"
    FROM "Contract" c WHERE c.id = NEW."contractId";
  RETURN NEW;
END $$;
CREATE TRIGGER keep_site_days BEFORE INSERT OR UPDATE ON "ContractSite" FOR EACH ROW EXECUTE FUNCTION keep_site_days();
CREATE FUNCTION keep_days_of_sites() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ContractSite" SET "moduleId" = NEW."moduleId" WHERE "contractId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_days_of_sites AFTER UPDATE OF "startsOn", "runsUntil", "moduleId" ON "Contract"
  FOR EACH ROW WHEN (OLD."startsOn" <> NEW."startsOn" OR OLD."runsUntil" <> NEW."runsUntil" OR OLD."moduleId" IS DISTINCT FROM NEW."moduleId")
  EXECUTE FUNCTION keep_days_of_sites();
UPDATE "ContractSite" SET "moduleId" = NULL;
-- C1 for every practice of a contract, not only for the one that ordered.
ALTER TABLE "ContractSite" ADD CONSTRAINT site_no_overlap EXCLUDE USING gist (
  "practiceId" WITH =, "moduleId" WITH =,
  (CASE WHEN "heldUntil" < "heldFrom" THEN 'empty'::daterange ELSE daterange("heldFrom", "heldUntil", '[]') END) WITH &&
) WHERE ("moduleId" IS NOT NULL);
