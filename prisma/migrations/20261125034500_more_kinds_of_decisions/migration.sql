-- Plans, appeals and disputes are decided by two officers too (DE-01, DE-03).
ALTER TABLE "OfficerDecision" DROP CONSTRAINT decision_kind;
ALTER TABLE "OfficerDecision" ADD CONSTRAINT decision_kind CHECK (kind IN ('LIST', 'REFUSE', 'SUSPEND', 'LIFT', 'REMOVE', 'CONTINUITY', 'CENSURE', 'WAIVE', 'CORRECT',
  'ACCEPT_PLAN', 'EXTEND', 'UPHOLD_APPEAL', 'DISMISS_APPEAL', 'UPHOLD_DISPUTE'));
ALTER TABLE "DecisionProposal" DROP CONSTRAINT proposal_kind;
ALTER TABLE "DecisionProposal" ADD CONSTRAINT proposal_kind CHECK (kind IN ('LIST', 'REFUSE', 'SUSPEND', 'LIFT', 'REMOVE', 'CONTINUITY', 'CENSURE', 'WAIVE', 'CORRECT',
  'ACCEPT_PLAN', 'EXTEND', 'UPHOLD_APPEAL', 'DISMISS_APPEAL', 'UPHOLD_DISPUTE') AND state IN ('proposed', 'made', 'lapsed'));
-- One open proposal of a kind about the same thing: two requirements, plans or appeals of one module may be decided side by side.
DROP INDEX proposal_open;
CREATE UNIQUE INDEX proposal_open ON "DecisionProposal" ("moduleVersionId", kind, (coalesce(terms ->> 'requirementId', '')), (coalesce(terms ->> 'planId', '')),
  (coalesce(terms ->> 'appealId', '')), (coalesce(terms ->> 'disputeId', ''))) WHERE state = 'proposed';
