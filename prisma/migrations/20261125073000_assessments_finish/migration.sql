-- An assessment that claims nothing new ends when a reviewer says that it is done, without a decision to list.
ALTER TABLE "Assessment" DROP CONSTRAINT assessment_state;
ALTER TABLE "Assessment" ADD CONSTRAINT assessment_state CHECK (state IN ('declared', 'pre-check', 'capability-review', 'standards-review', 'for-decision', 'listed', 'finished', 'withdrawn'));
ALTER TABLE "Assessment" ADD CONSTRAINT assessment_finished CHECK (state <> 'finished' OR (kind = 'UPLIFT' AND cardinality("capabilityIds") = 0));
DROP INDEX assessment_open;
CREATE UNIQUE INDEX assessment_open ON "Assessment" ("moduleVersionId") WHERE state NOT IN ('listed', 'finished', 'withdrawn');
