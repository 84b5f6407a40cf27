-- CreateTable
CREATE TABLE "BudgetLine" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "allocatedPence" BIGINT NOT NULL,
    "reservedPence" BIGINT NOT NULL DEFAULT 0,
    "committedPence" BIGINT NOT NULL DEFAULT 0,
    "spentPence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "BudgetLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingRequest" (
    "id" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "requesterOrgId" UUID NOT NULL,
    "referenceType" TEXT NOT NULL,
    "referenceId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "wholeLifePence" BIGINT NOT NULL,
    "termsHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "declineCode" TEXT,
    "decisionReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FundingRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "fundingRequestId" UUID NOT NULL,
    "budgetLineId" UUID NOT NULL,
    "pence" BIGINT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "shortlistId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "listSize" INTEGER,
    "listSizeAsOf" DATE,
    "startsOn" DATE,
    "termMonths" INTEGER,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrozenEntry" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "listingVersionId" UUID NOT NULL,
    "listingSha256" TEXT NOT NULL,
    "moduleName" TEXT NOT NULL,
    "supplierId" UUID NOT NULL,
    "supplierName" TEXT NOT NULL,
    "capabilityIds" TEXT[],
    "prices" JSONB NOT NULL,
    "yearlyPence" BIGINT,
    "termPence" BIGINT,
    "label" TEXT NOT NULL,
    "gate" TEXT NOT NULL,
    "gateSha256" TEXT NOT NULL,

    CONSTRAINT "FrozenEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectDecision" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "winnerId" UUID,
    "reasonCode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "exclusions" JSONB NOT NULL,
    "pack" TEXT NOT NULL,
    "packSha256" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProjectDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallOff" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "projectId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "listingVersionId" UUID NOT NULL,
    "listingSha256" TEXT NOT NULL,
    "moduleName" TEXT NOT NULL,
    "capabilityIds" TEXT[],
    "prices" JSONB NOT NULL,
    "listSize" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "termMonths" INTEGER NOT NULL,
    "endsOn" DATE NOT NULL,
    "noticeDays" INTEGER NOT NULL,
    "yearlyPence" BIGINT NOT NULL,
    "oneOffPence" BIGINT NOT NULL,
    "totalPence" BIGINT NOT NULL,
    "termsHash" TEXT NOT NULL,
    "gate" TEXT NOT NULL,
    "gateLabel" TEXT NOT NULL,
    "gateSha256" TEXT NOT NULL,
    "fundingRequestId" UUID,
    "state" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CallOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "termsHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BudgetLine_organisationId_stream_year_key" ON "BudgetLine"("organisationId", "stream", "year");

-- CreateIndex
CREATE INDEX "FundingRequest_payerId_state_idx" ON "FundingRequest"("payerId", "state");

-- CreateIndex
CREATE INDEX "FundingRequest_referenceType_referenceId_idx" ON "FundingRequest"("referenceType", "referenceId");

-- CreateIndex
CREATE INDEX "Commitment_fundingRequestId_idx" ON "Commitment"("fundingRequestId");

-- CreateIndex
CREATE INDEX "Project_organisationId_idx" ON "Project"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "FrozenEntry_projectId_moduleId_key" ON "FrozenEntry"("projectId", "moduleId");

-- CreateIndex
CREATE UNIQUE INDEX "FrozenEntry_projectId_id_key" ON "FrozenEntry"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectDecision_projectId_key" ON "ProjectDecision"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "CallOff_number_key" ON "CallOff"("number");

-- CreateIndex
CREATE INDEX "CallOff_practiceId_idx" ON "CallOff"("practiceId");

-- CreateIndex
CREATE INDEX "CallOff_payerId_idx" ON "CallOff"("payerId");

-- CreateIndex
CREATE INDEX "CallOff_supplierId_idx" ON "CallOff"("supplierId");

-- CreateIndex
CREATE UNIQUE INDEX "CallOff_projectId_key" ON "CallOff"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Signature_callOffId_side_termsHash_key" ON "Signature"("callOffId", "side", "termsHash");

-- CreateIndex
CREATE UNIQUE INDEX "Signature_callOffId_personId_termsHash_key" ON "Signature"("callOffId", "personId", "termsHash");

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_fundingRequestId_fkey" FOREIGN KEY ("fundingRequestId") REFERENCES "FundingRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_budgetLineId_fkey" FOREIGN KEY ("budgetLineId") REFERENCES "BudgetLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenEntry" ADD CONSTRAINT "FrozenEntry_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDecision" ADD CONSTRAINT "ProjectDecision_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- B1: never more than was allocated, whatever the code believes.
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_never_overspent" CHECK (
  "reservedPence" >= 0 AND "committedPence" >= 0 AND "spentPence" >= 0
  AND "reservedPence" + "committedPence" + "spentPence" <= "allocatedPence");
-- B2: one live slice for each request and line.
CREATE UNIQUE INDEX "Commitment_one_live" ON "Commitment" ("fundingRequestId", "budgetLineId") WHERE state <> 'released';
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_positive" CHECK (pence > 0);
-- One live request for each thing that money is asked for.
CREATE UNIQUE INDEX "FundingRequest_one_live" ON "FundingRequest" ("referenceType", "referenceId") WHERE state IN ('submitted', 'approved');
-- A1: the winner is in that project's frozen list.
ALTER TABLE "ProjectDecision" ADD CONSTRAINT "ProjectDecision_projectId_winnerId_fkey" FOREIGN KEY ("projectId", "winnerId") REFERENCES "FrozenEntry"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A3: what was frozen, decided and signed is never edited.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FrozenEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "FrozenEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ProjectDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ProjectDecision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Signature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Signature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE SEQUENCE call_off_number;
