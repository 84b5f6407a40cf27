-- DropIndex
DROP INDEX "CallOff_projectId_key";

-- AlterTable
ALTER TABLE "CallOff" ADD COLUMN     "form" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "lines" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "optionMonths" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "optionPence" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "reviewedHash" TEXT,
ADD COLUMN     "signBy" DATE,
ADD COLUMN     "standstillUntil" DATE,
ADD COLUMN     "submittedHash" TEXT,
ADD COLUMN     "submittedParts" JSONB,
ADD COLUMN     "termsFormat" INTEGER NOT NULL DEFAULT 2;

-- CreateTable
CREATE TABLE "CallOffSite" (
    "callOffId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "listSize" INTEGER NOT NULL,
    "listSizeAsOf" DATE,
    "deliverOn" DATE NOT NULL,
    "continues" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "consentHash" TEXT,

    CONSTRAINT "CallOffSite_pkey" PRIMARY KEY ("callOffId","practiceId")
);

-- CreateIndex
CREATE INDEX "CallOffSite_practiceId_idx" ON "CallOffSite"("practiceId");

-- CreateIndex
CREATE INDEX "CallOff_projectId_idx" ON "CallOff"("projectId");

-- AddForeignKey
ALTER TABLE "CallOffSite" ADD CONSTRAINT "CallOffSite_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Orders that stand already: their one practice, which wrote them, and their prices as agreed lines. Their hash stays as it was made.
UPDATE "CallOff" c SET "termsFormat" = 1, lines = (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', 'm' || (n - 1), 'kind', 'module', 'name', c."moduleName",
    'list', p, 'agreed', p, 'quantity', 1, 'per', 'practice') ORDER BY n), '[]'::jsonb)
  FROM jsonb_array_elements(c.prices) WITH ORDINALITY AS t(p, n));
INSERT INTO "CallOffSite" ("callOffId", "practiceId", "listSize", "deliverOn", state, "answeredById", "answeredAt")
  SELECT id, "practiceId", "listSize", "startsOn", 'consented', "createdById", "createdAt" FROM "CallOff";

ALTER TABLE "CallOff" ADD CONSTRAINT call_off_options CHECK ("optionMonths" >= 0 AND "optionPence" >= 0);
ALTER TABLE "CallOff" ADD CONSTRAINT call_off_terms_format CHECK ("termsFormat" IN (1, 2));
ALTER TABLE "CallOffSite" ADD CONSTRAINT call_off_site_state CHECK (state IN ('asked', 'consented', 'declined'));
ALTER TABLE "CallOffSite" ADD CONSTRAINT call_off_site_list_size CHECK ("listSize" >= 0);
-- One order at a time for a project and a supplier; one that ended unsigned may be drafted anew.
CREATE UNIQUE INDEX call_off_once ON "CallOff" ("projectId", "supplierId")
  WHERE state NOT IN ('deleted', 'refused', 'lapsed', 'void');
CREATE INDEX call_off_due ON "CallOff" (state, "signBy") WHERE state IN ('standstill', 'signing');

-- A4: a decision of the officers and a last signature wait for each other on the row of the module version.
CREATE FUNCTION lock_decided_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "ModuleVersion" WHERE id = NEW."moduleVersionId" FOR UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER lock_decided_version BEFORE INSERT ON "OfficerDecision" FOR EACH ROW EXECUTE FUNCTION lock_decided_version();
