-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "rowKey" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "was" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Correction_table_rowKey_idx" ON "Correction"("table", "rowKey");

-- One value holds at a time; none is ever taken out of the history.
CREATE UNIQUE INDEX correction_in_force ON "Correction" ("table", "rowKey", "column") WHERE "endedAt" IS NULL;
ALTER TABLE "Correction" ADD CONSTRAINT correction_reason CHECK (char_length(reason) BETWEEN 10 AND 500);
CREATE TRIGGER correction_stays BEFORE DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
