-- AlterTable
ALTER TABLE "Shortlist" ADD COLUMN     "query" TEXT;

-- CreateTable
CREATE TABLE "ShortlistExclusion" (
    "id" UUID NOT NULL,
    "shortlistId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "listingVersionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT,
    "excludedById" UUID NOT NULL,
    "excludedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShortlistExclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedComparison" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "asOf" DATE NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "savedById" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedComparison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "query" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "foundAtSave" UUID[],
    "foundAtLook" UUID[],
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ShortlistExclusion_shortlistId_idx" ON "ShortlistExclusion"("shortlistId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedComparison_organisationId_name_key" ON "SavedComparison"("organisationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_organisationId_name_key" ON "SavedFilter"("organisationId", "name");

-- AddForeignKey
ALTER TABLE "ShortlistExclusion" ADD CONSTRAINT "ShortlistExclusion_shortlistId_fkey" FOREIGN KEY ("shortlistId") REFERENCES "Shortlist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SavedComparison" ADD CONSTRAINT saved_comparison_texts CHECK (char_length(name) BETWEEN 1 AND 255 AND char_length(description) <= 250);
ALTER TABLE "SavedComparison" ADD CONSTRAINT saved_comparison_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SavedComparison" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "SavedComparison" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "SavedFilter" ADD CONSTRAINT saved_filter_texts CHECK (char_length(name) BETWEEN 1 AND 255 AND char_length(description) <= 250);
ALTER TABLE "SavedFilter" ADD CONSTRAINT saved_filter_state CHECK (state IN ('live', 'archived'));
CREATE INDEX "SavedFilter_live_idx" ON "SavedFilter" ("organisationId") WHERE state = 'live';

-- Only "other" is said in words alone, and then in 30 to 1,000 characters (SHL-2).
ALTER TABLE "ShortlistExclusion" ADD CONSTRAINT shortlist_exclusion_text CHECK (code <> 'other' OR char_length(text) BETWEEN 30 AND 1000);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ShortlistExclusion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ShortlistExclusion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
