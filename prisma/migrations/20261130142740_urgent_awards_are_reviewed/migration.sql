-- CreateTable
CREATE TABLE "AwardReview" (
    "projectId" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "awardedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "outcome" TEXT,
    "finding" TEXT,
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AwardReview_pkey" PRIMARY KEY ("projectId")
);

-- CreateIndex
CREATE INDEX "AwardReview_payerId_dueOn_idx" ON "AwardReview"("payerId", "dueOn");

-- AddForeignKey
ALTER TABLE "AwardReview" ADD CONSTRAINT "AwardReview_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "ProjectDecision"("projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "AwardReview"
  ADD CONSTRAINT award_review_outcome CHECK (outcome IN ('justified', 'not-justified')),
  ADD CONSTRAINT award_review_whole CHECK (
    num_nulls(outcome, finding, "reviewedById", "reviewedAt") IN (0, 4));
CREATE TRIGGER award_review_kept BEFORE DELETE ON "AwardReview" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER award_review_once BEFORE UPDATE ON "AwardReview" FOR EACH ROW WHEN (OLD."reviewedAt" IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "AwardReview" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Awards of before owe a review too: by the day that their mechanism names, to whoever pays for the buyer today.
INSERT INTO "AwardReview" ("projectId", "payerId", "awardedAt", "dueOn")
SELECT d."projectId", coalesce(c.id, o.id), d."decidedAt", (d.mechanism->>'reviewBy')::date
FROM "ProjectDecision" d
JOIN "Project" p ON p.id = d."projectId"
JOIN "Organisation" o ON o.id = p."organisationId"
LEFT JOIN "Organisation" c ON o.kind = 'practice' AND c.kind = 'commissioner' AND c.code = o."partOfCode"
WHERE d.mechanism->>'reviewBy' IS NOT NULL;
