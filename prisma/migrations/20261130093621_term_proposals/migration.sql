-- AlterTable
ALTER TABLE "CallOff" ADD COLUMN     "sharedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "TermProposal" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TermProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TermProposal_callOffId_idx" ON "TermProposal"("callOffId");

-- AddForeignKey
ALTER TABLE "TermProposal" ADD CONSTRAINT "TermProposal_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open proposal a field: who proposes anew takes the older one back.
CREATE UNIQUE INDEX term_proposal_open ON "TermProposal" ("callOffId", field) WHERE state = 'open';
ALTER TABLE "TermProposal" ADD CONSTRAINT term_proposal_state CHECK (state IN ('open', 'accepted', 'rejected', 'withdrawn'));
ALTER TABLE "TermProposal" ADD CONSTRAINT term_proposal_answered CHECK ((state = 'open') = ("answeredAt" IS NULL) AND ("answeredAt" IS NULL) = ("answeredById" IS NULL));
ALTER TABLE "TermProposal" ADD CONSTRAINT term_proposal_differs CHECK (before <> after);
