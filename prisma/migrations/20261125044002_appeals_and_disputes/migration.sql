-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "lodgedById" UUID NOT NULL,
    "lodgedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedOn" DATE,
    "outcomeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "raisedById" UUID NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedOn" DATE,
    "answer" TEXT,
    "answeredById" UUID,
    "outcomeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_moduleVersionId_idx" ON "Appeal"("moduleVersionId");

-- CreateIndex
CREATE INDEX "Appeal_supplierId_idx" ON "Appeal"("supplierId");

-- CreateIndex
CREATE INDEX "Dispute_moduleVersionId_idx" ON "Dispute"("moduleVersionId");

-- CreateIndex
CREATE INDEX "Dispute_supplierId_idx" ON "Dispute"("supplierId");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_findingId_key" ON "Dispute"("findingId");

-- DE-03: what has ended says how; the grounds stay as they were given.
ALTER TABLE "Appeal" ADD CONSTRAINT appeal_state CHECK (state IN ('lodged', 'upheld', 'dismissed')
  AND (state = 'lodged') = ("endedOn" IS NULL) AND (state = 'lodged') = ("outcomeId" IS NULL));
ALTER TABLE "Appeal" ADD CONSTRAINT appeal_grounds CHECK (char_length(grounds) BETWEEN 20 AND 4000);
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "OfficerDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dispute" ADD CONSTRAINT dispute_state CHECK (state IN ('raised', 'upheld', 'rejected') AND (state = 'raised') = ("endedOn" IS NULL)
  AND (state = 'upheld') = ("outcomeId" IS NOT NULL) AND (state = 'rejected') = (answer IS NOT NULL AND "answeredById" IS NOT NULL));
ALTER TABLE "Dispute" ADD CONSTRAINT dispute_grounds CHECK (char_length(grounds) BETWEEN 20 AND 4000);
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- An appeal stays a removal, so whoever keeps a module in memory hears of it.
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Appeal" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "Appeal" ENABLE ALWAYS TRIGGER tell_catalogue;
