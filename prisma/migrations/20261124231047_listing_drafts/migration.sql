-- CreateTable
CREATE TABLE "ListingDraft" (
    "id" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "moduleVersion" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "answerDueOn" DATE,
    "reviewerId" UUID,
    "publishOn" DATE,
    "listingVersionId" UUID,
    "lastOrderDay" DATE,

    CONSTRAINT "ListingDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingComment" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ListingComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ListingDraft_supplierId_state_idx" ON "ListingDraft"("supplierId", "state");

-- CreateIndex
CREATE INDEX "ListingDraft_moduleId_idx" ON "ListingDraft"("moduleId");

-- CreateIndex
CREATE INDEX "ListingDraft_state_publishOn_idx" ON "ListingDraft"("state", "publishOn");

-- CreateIndex
CREATE INDEX "ListingComment_draftId_idx" ON "ListingComment"("draftId");

-- AddForeignKey
ALTER TABLE "ListingComment" ADD CONSTRAINT "ListingComment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ListingDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ListingDraft" ADD CONSTRAINT listing_draft_state CHECK (
  state IN ('draft', 'submitted', 'in-review', 'approved', 'published', 'superseded', 'withdrawing', 'withdrawn', 'discarded'));
-- LST-1: one open draft a module, and one text in force.
CREATE UNIQUE INDEX listing_draft_open ON "ListingDraft" ("moduleId") WHERE state IN ('draft', 'submitted', 'in-review', 'approved');
CREATE UNIQUE INDEX listing_draft_in_force ON "ListingDraft" ("moduleId") WHERE state IN ('published', 'withdrawing');
ALTER TABLE "ListingDraft" ADD CONSTRAINT listing_draft_approved CHECK (state <> 'approved' OR "publishOn" IS NOT NULL);
ALTER TABLE "ListingDraft" ADD CONSTRAINT listing_draft_withdrawing CHECK (state <> 'withdrawing' OR "lastOrderDay" IS NOT NULL);
ALTER TABLE "ListingComment" ADD CONSTRAINT listing_comment_text CHECK (char_length(text) BETWEEN 1 AND 1000);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ListingComment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ListingComment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
