-- CreateTable
CREATE TABLE "ExitCase" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "moduleName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openedOn" DATE NOT NULL,
    "movedOn" DATE NOT NULL,
    "exitBy" DATE,
    "ending" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ExitCase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExitCase_moduleVersionId_idx" ON "ExitCase"("moduleVersionId");

-- CreateIndex
CREATE INDEX "ExitCase_practiceId_idx" ON "ExitCase"("practiceId");

-- CreateIndex
CREATE INDEX "ExitCase_payerId_idx" ON "ExitCase"("payerId");

-- CreateIndex
CREATE INDEX "ExitCase_supplierId_idx" ON "ExitCase"("supplierId");

ALTER TABLE "ExitCase" ADD CONSTRAINT exit_case_state CHECK (state IN ('watching', 'at-risk', 'leaving', 'ended'));
ALTER TABLE "ExitCase" ADD CONSTRAINT exit_case_ending CHECK ((state = 'ended') = (ending IS NOT NULL) AND (ending IS NULL OR ending IN ('mended', 'lifted', 'corrected', 'not-in-use')));
ALTER TABLE "ExitCase" ADD CONSTRAINT exit_case_exit_by CHECK (state = 'ended' OR (state = 'leaving') = ("exitBy" IS NOT NULL));
CREATE UNIQUE INDEX exit_case_open ON "ExitCase" ("contractId") WHERE state <> 'ended';
