-- AlterTable
ALTER TABLE "FrozenEntry" ADD COLUMN     "frameworkIds" TEXT[],
ADD COLUMN     "leftOutCode" TEXT,
ADD COLUMN     "leftOutText" TEXT;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "description" TEXT,
ADD COLUMN     "frameworkId" TEXT,
ADD COLUMN     "goLiveOn" DATE,
ADD COLUMN     "previousId" UUID,
ADD COLUMN     "query" TEXT,
ADD COLUMN     "route" TEXT;

-- AlterTable
ALTER TABLE "ProjectDecision" ADD COLUMN     "agreedPrices" JSONB,
ADD COLUMN     "agreedTermPence" BIGINT,
ADD COLUMN     "agreedYearlyPence" BIGINT,
ADD COLUMN     "mechanism" JSONB;

-- CreateTable
CREATE TABLE "Competition" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "priceWeight" INTEGER NOT NULL,
    "elements" JSONB NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "deadlineAt" TIMESTAMPTZ(3),
    "offerDays" INTEGER,
    "offersClosedAt" TIMESTAMPTZ(3),
    "scoresOpenedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Competition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompetitionEntrant" (
    "competitionId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,

    CONSTRAINT "CompetitionEntrant_pkey" PRIMARY KEY ("competitionId","entryId")
);

-- CreateTable
CREATE TABLE "SealedOffer" (
    "id" UUID NOT NULL,
    "competitionId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "prices" JSONB NOT NULL,
    "yearlyPence" BIGINT,
    "termPence" BIGINT,
    "validUntil" DATE,
    "sha256" TEXT NOT NULL,
    "submittedById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SealedOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompetitionEvaluator" (
    "id" UUID NOT NULL,
    "competitionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "invitedById" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedReason" TEXT,

    CONSTRAINT "CompetitionEvaluator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvaluatorInterest" (
    "evaluatorId" UUID NOT NULL,
    "conflict" BOOLEAN NOT NULL,
    "statement" TEXT NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvaluatorInterest_pkey" PRIMARY KEY ("evaluatorId")
);

-- CreateTable
CREATE TABLE "CompetitionScore" (
    "id" UUID NOT NULL,
    "competitionId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "criterionId" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "evaluatorId" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CompetitionScore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryExclusion" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "excludedById" UUID NOT NULL,
    "excludedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EntryExclusion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Competition_projectId_key" ON "Competition"("projectId");

-- CreateIndex
CREATE INDEX "Competition_organisationId_idx" ON "Competition"("organisationId");

-- CreateIndex
CREATE INDEX "CompetitionEntrant_supplierId_idx" ON "CompetitionEntrant"("supplierId");

-- CreateIndex
CREATE UNIQUE INDEX "SealedOffer_competitionId_entryId_number_key" ON "SealedOffer"("competitionId", "entryId", "number");

-- CreateIndex
CREATE INDEX "CompetitionEvaluator_personId_idx" ON "CompetitionEvaluator"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CompetitionEvaluator_competitionId_personId_key" ON "CompetitionEvaluator"("competitionId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CompetitionScore_competitionId_entryId_criterionId_sheet_nu_key" ON "CompetitionScore"("competitionId", "entryId", "criterionId", "sheet", "number");

-- CreateIndex
CREATE UNIQUE INDEX "EntryExclusion_projectId_entryId_key" ON "EntryExclusion"("projectId", "entryId");

-- AddForeignKey
ALTER TABLE "Competition" ADD CONSTRAINT "Competition_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetitionEntrant" ADD CONSTRAINT "CompetitionEntrant_competitionId_fkey" FOREIGN KEY ("competitionId") REFERENCES "Competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetitionEntrant" ADD CONSTRAINT "CompetitionEntrant_projectId_entryId_fkey" FOREIGN KEY ("projectId", "entryId") REFERENCES "FrozenEntry"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedOffer" ADD CONSTRAINT "SealedOffer_competitionId_entryId_fkey" FOREIGN KEY ("competitionId", "entryId") REFERENCES "CompetitionEntrant"("competitionId", "entryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetitionEvaluator" ADD CONSTRAINT "CompetitionEvaluator_competitionId_fkey" FOREIGN KEY ("competitionId") REFERENCES "Competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluatorInterest" ADD CONSTRAINT "EvaluatorInterest_evaluatorId_fkey" FOREIGN KEY ("evaluatorId") REFERENCES "CompetitionEvaluator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetitionScore" ADD CONSTRAINT "CompetitionScore_competitionId_entryId_fkey" FOREIGN KEY ("competitionId", "entryId") REFERENCES "CompetitionEntrant"("competitionId", "entryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetitionScore" ADD CONSTRAINT "CompetitionScore_evaluatorId_fkey" FOREIGN KEY ("evaluatorId") REFERENCES "CompetitionEvaluator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetitionScore" ADD CONSTRAINT "CompetitionScore_interest_fkey" FOREIGN KEY ("evaluatorId") REFERENCES "EvaluatorInterest"("evaluatorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryExclusion" ADD CONSTRAINT "EntryExclusion_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryExclusion" ADD CONSTRAINT "EntryExclusion_projectId_entryId_fkey" FOREIGN KEY ("projectId", "entryId") REFERENCES "FrozenEntry"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Project" ADD CONSTRAINT project_route CHECK (route IS NULL OR route IN ('direct-award', 'competition', 'off-catalogue'));
-- A3: reasons, offers, interests and scores are never edited.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "EntryExclusion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "EntryExclusion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CompetitionEntrant" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CompetitionEntrant" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SealedOffer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "SealedOffer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "EvaluatorInterest" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "EvaluatorInterest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CompetitionScore" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CompetitionScore" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "SealedOffer" ADD CONSTRAINT offer_kind CHECK (kind IN ('offer', 'withdrawal') AND (kind = 'withdrawal') = ("validUntil" IS NULL));
ALTER TABLE "CompetitionScore" ADD CONSTRAINT score_value CHECK (value BETWEEN 0 AND 5 AND length(reason) > 0);
ALTER TABLE "Competition" ADD CONSTRAINT competition_order CHECK (
  ("openedAt" IS NULL) = ("deadlineAt" IS NULL) AND ("offersClosedAt" IS NULL OR "openedAt" IS NOT NULL)
  AND ("scoresOpenedAt" IS NULL OR "offersClosedAt" IS NOT NULL));
-- COM-3: what counts is locked by opening the competition; each later instant is written once.
CREATE FUNCTION competition_locks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."openedAt" IS NOT NULL AND (
    (to_jsonb(NEW) - 'offersClosedAt' - 'scoresOpenedAt') <> (to_jsonb(OLD) - 'offersClosedAt' - 'scoresOpenedAt')
    OR (OLD."offersClosedAt" IS NOT NULL AND NEW."offersClosedAt" IS DISTINCT FROM OLD."offersClosedAt")
    OR (OLD."scoresOpenedAt" IS NOT NULL AND NEW."scoresOpenedAt" IS DISTINCT FROM OLD."scoresOpenedAt")) THEN
    RAISE EXCEPTION 'an open competition is locked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER locks BEFORE UPDATE ON "Competition" FOR EACH ROW EXECUTE FUNCTION competition_locks();
