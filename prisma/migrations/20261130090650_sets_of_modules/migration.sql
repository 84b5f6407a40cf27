-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "capabilityIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "DecisionWinner" (
    "projectId" UUID NOT NULL,
    "entryId" UUID NOT NULL,

    CONSTRAINT "DecisionWinner_pkey" PRIMARY KEY ("projectId","entryId")
);

-- AddForeignKey
ALTER TABLE "DecisionWinner" ADD CONSTRAINT "DecisionWinner_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "ProjectDecision"("projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionWinner" ADD CONSTRAINT "DecisionWinner_projectId_entryId_fkey" FOREIGN KEY ("projectId", "entryId") REFERENCES "FrozenEntry"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Project" ADD CONSTRAINT project_capabilities CHECK (cardinality("capabilityIds") <= 16);
-- Decisions of before had one winner at most.
INSERT INTO "DecisionWinner" ("projectId", "entryId")
  SELECT "projectId", "winnerId" FROM "ProjectDecision" WHERE "winnerId" IS NOT NULL;
-- A3: who was chosen is never edited.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "DecisionWinner" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "DecisionWinner" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A1: something is awarded exactly where somebody has won; looked at when the transaction ends.
CREATE FUNCTION decision_has_winner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.outcome = 'awarded') <> EXISTS (SELECT 1 FROM "DecisionWinner" w WHERE w."projectId" = NEW."projectId") THEN
    RAISE EXCEPTION 'a decision awards exactly where it names winners' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER decision_has_winner AFTER INSERT ON "ProjectDecision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION decision_has_winner();
-- One order at a time for a module of a project; one that ended unsigned may be drafted anew, and the others stay as they are.
DROP INDEX call_off_once;
CREATE UNIQUE INDEX call_off_once ON "CallOff" ("projectId", "moduleId")
  WHERE state NOT IN ('deleted', 'refused', 'lapsed', 'void');
