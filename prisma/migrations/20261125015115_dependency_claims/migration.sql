-- CreateTable
CREATE TABLE "DependencyClaim" (
    "id" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "targetSupplierId" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "minimumVersion" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "changedById" TEXT NOT NULL,

    CONSTRAINT "DependencyClaim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DependencyClaim_targetId_idx" ON "DependencyClaim"("targetId");

-- CreateIndex
CREATE INDEX "DependencyClaim_targetSupplierId_state_idx" ON "DependencyClaim"("targetSupplierId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "DependencyClaim_moduleId_targetId_relation_key" ON "DependencyClaim"("moduleId", "targetId", "relation");

ALTER TABLE "DependencyClaim" ADD CONSTRAINT dependency_claim_state CHECK (state IN ('claimed', 'confirmed', 'disputed', 'proven', 'dropped'));
ALTER TABLE "DependencyClaim" ADD CONSTRAINT dependency_claim_relation CHECK (relation IN ('requires', 'works-with'));
-- Only of a module of another supplier: nobody confirms what they said themselves (DEP-1).
ALTER TABLE "DependencyClaim" ADD CONSTRAINT dependency_claim_other CHECK ("moduleId" <> "targetId" AND "supplierId" <> "targetSupplierId");
ALTER TABLE "DependencyClaim" ADD CONSTRAINT dependency_claim_reason CHECK ((state = 'disputed') = (reason IS NOT NULL) AND char_length(reason) BETWEEN 20 AND 1000);
ALTER TABLE "DependencyClaim" ADD CONSTRAINT dependency_claim_note CHECK (char_length(note) <= 500);
-- A module's page shows who names it (P15), in the newer shape too.
CREATE INDEX "ListingVersion_dependencies_idx" ON "ListingVersion" USING gin ((content -> 'dependencies') jsonb_path_ops);
