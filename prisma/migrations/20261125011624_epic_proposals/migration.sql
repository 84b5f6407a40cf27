-- AlterTable
ALTER TABLE "Epic" ADD COLUMN     "description" TEXT;

-- CreateTable
CREATE TABLE "EpicProposal" (
    "id" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "capabilityId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "epicId" TEXT,
    "reason" TEXT,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EpicProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EpicProposal_epicId_key" ON "EpicProposal"("epicId");

-- CreateIndex
CREATE INDEX "EpicProposal_supplierId_idx" ON "EpicProposal"("supplierId");

-- CreateIndex
CREATE INDEX "EpicProposal_state_proposedAt_idx" ON "EpicProposal"("state", "proposedAt");

-- AddForeignKey
ALTER TABLE "EpicProposal" ADD CONSTRAINT "EpicProposal_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Supplier"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EpicProposal" ADD CONSTRAINT epic_proposal_state CHECK (state IN ('proposed', 'activated', 'refused', 'withdrawn'));
ALTER TABLE "EpicProposal" ADD CONSTRAINT epic_proposal_activated CHECK ((state = 'activated') = ("epicId" IS NOT NULL));
ALTER TABLE "EpicProposal" ADD CONSTRAINT epic_proposal_text CHECK (char_length(title) <= 500 AND char_length(description) <= 1500);
