-- CreateTable
CREATE TABLE "Subscription" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "toldUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LabelChange" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "capabilityIds" TEXT[],
    "standardIds" TEXT[],
    "fromKind" TEXT NOT NULL,
    "toKind" TEXT NOT NULL,
    "fromWords" TEXT NOT NULL,
    "toWords" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LabelChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToldLabel" (
    "moduleVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "ToldLabel_pkey" PRIMARY KEY ("moduleVersionId")
);

-- CreateIndex
CREATE INDEX "Subscription_kind_subjectId_idx" ON "Subscription"("kind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_personId_kind_subjectId_key" ON "Subscription"("personId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "LabelChange_at_idx" ON "LabelChange"("at");

ALTER TABLE "Subscription" ADD CONSTRAINT subscription_kind CHECK (kind IN ('module', 'supplier', 'standard', 'capability'));
ALTER TABLE "Subscription" ADD CONSTRAINT subscription_rhythm CHECK (rhythm IN ('at-once', 'daily', 'weekly'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LabelChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LabelChange" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
