-- CreateTable
CREATE TABLE "Contract" (
    "id" UUID NOT NULL,
    "callOffId" UUID,
    "number" TEXT NOT NULL,
    "practiceId" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "moduleId" TEXT,
    "moduleVersionId" TEXT,
    "listingVersionId" TEXT,
    "moduleName" TEXT NOT NULL,
    "termsHash" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "noticeDays" INTEGER NOT NULL,
    "yearlyPence" BIGINT NOT NULL,
    "totalPence" BIGINT NOT NULL,
    "listSize" INTEGER,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractSite" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "practiceSaysOn" DATE,
    "practiceConfirmedById" UUID,
    "supplierSaysOn" DATE,
    "supplierConfirmedById" UUID,
    "liveOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ContractSite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeGiven" (
    "contractId" UUID NOT NULL,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "terminatesOn" DATE NOT NULL,

    CONSTRAINT "NoticeGiven_pkey" PRIMARY KEY ("contractId")
);

-- CreateTable
CREATE TABLE "Switch" (
    "id" UUID NOT NULL,
    "machineVersion" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "practiceId" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "leavingContractId" UUID NOT NULL,
    "losingSupplierId" UUID NOT NULL,
    "callOffId" UUID,
    "gainingContractId" UUID,
    "gainingSupplierId" UUID,
    "phase" INTEGER NOT NULL DEFAULT 1,
    "wentLiveOn" DATE,
    "reason" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Switch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SwitchPerson" (
    "switchId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SwitchPerson_pkey" PRIMARY KEY ("switchId","role")
);

-- CreateTable
CREATE TABLE "SwitchManifest" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "supplierId" UUID NOT NULL,
    "signedById" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "SwitchManifest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "keyId" TEXT NOT NULL,
    "publicKeyPem" TEXT NOT NULL,
    "registeredById" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerifiedReport" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "sourceManifest" TEXT NOT NULL,
    "targetManifest" TEXT NOT NULL,
    "signingKeyId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "takenInById" UUID NOT NULL,
    "takenInAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerifiedReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AcceptedDifference" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "checkId" TEXT NOT NULL,
    "hazardId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "acceptedBy" UUID NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AcceptedDifference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SwitchSignOff" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "gate" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "factsHash" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SwitchSignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollBackProposal" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "proposedById" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RollBackProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeletionCertificate" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "deletedOn" DATE NOT NULL,
    "supplierId" UUID NOT NULL,
    "enteredBy" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeletionCertificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Contract_callOffId_key" ON "Contract"("callOffId");

-- CreateIndex
CREATE INDEX "Contract_practiceId_idx" ON "Contract"("practiceId");

-- CreateIndex
CREATE INDEX "Contract_payerId_idx" ON "Contract"("payerId");

-- CreateIndex
CREATE INDEX "Contract_supplierId_idx" ON "Contract"("supplierId");

-- CreateIndex
CREATE UNIQUE INDEX "ContractSite_contractId_practiceId_key" ON "ContractSite"("contractId", "practiceId");

-- CreateIndex
CREATE INDEX "Switch_practiceId_idx" ON "Switch"("practiceId");

-- CreateIndex
CREATE INDEX "Switch_payerId_idx" ON "Switch"("payerId");

-- CreateIndex
CREATE INDEX "Switch_losingSupplierId_idx" ON "Switch"("losingSupplierId");

-- CreateIndex
CREATE INDEX "Switch_gainingSupplierId_idx" ON "Switch"("gainingSupplierId");

-- CreateIndex
CREATE INDEX "Switch_gainingContractId_idx" ON "Switch"("gainingContractId");

-- CreateIndex
CREATE INDEX "SwitchManifest_switchId_idx" ON "SwitchManifest"("switchId");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_switchId_keyId_key" ON "SigningKey"("switchId", "keyId");

-- CreateIndex
CREATE UNIQUE INDEX "VerifiedReport_runId_key" ON "VerifiedReport"("runId");

-- CreateIndex
CREATE UNIQUE INDEX "VerifiedReport_sha256_key" ON "VerifiedReport"("sha256");

-- CreateIndex
CREATE INDEX "VerifiedReport_switchId_idx" ON "VerifiedReport"("switchId");

-- CreateIndex
CREATE UNIQUE INDEX "AcceptedDifference_reportId_checkId_key" ON "AcceptedDifference"("reportId", "checkId");

-- CreateIndex
CREATE UNIQUE INDEX "SwitchSignOff_switchId_gate_role_factsHash_key" ON "SwitchSignOff"("switchId", "gate", "role", "factsHash");

-- CreateIndex
CREATE INDEX "RollBackProposal_switchId_idx" ON "RollBackProposal"("switchId");

-- CreateIndex
CREATE UNIQUE INDEX "DeletionCertificate_switchId_key" ON "DeletionCertificate"("switchId");

-- AddForeignKey
ALTER TABLE "ContractSite" ADD CONSTRAINT "ContractSite_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeGiven" ADD CONSTRAINT "NoticeGiven_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwitchPerson" ADD CONSTRAINT "SwitchPerson_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwitchManifest" ADD CONSTRAINT "SwitchManifest_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerifiedReport" ADD CONSTRAINT "VerifiedReport_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerifiedReport" ADD CONSTRAINT "VerifiedReport_signingKeyId_fkey" FOREIGN KEY ("signingKeyId") REFERENCES "SigningKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AcceptedDifference" ADD CONSTRAINT "AcceptedDifference_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SwitchSignOff" ADD CONSTRAINT "SwitchSignOff_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollBackProposal" ADD CONSTRAINT "RollBackProposal_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeletionCertificate" ADD CONSTRAINT "DeletionCertificate_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema files cannot say.
ALTER TABLE "Contract" ADD CONSTRAINT contract_days CHECK ("startsOn" <= "endsOn" AND "noticeDays" BETWEEN 0 AND 1095);
ALTER TABLE "Contract" ADD CONSTRAINT contract_state CHECK (state IN
  ('mobilising', 'live', 'expiring', 'terminating', 'terminated', 'expired', 'held-over', 'exiting', 'closed'));
-- C4: a live site has the same day from both parties.
ALTER TABLE "ContractSite" ADD CONSTRAINT site_state CHECK (state IN ('planned', 'half-confirmed', 'disputed', 'live', 'ceased')
  AND (state <> 'live' OR ("liveOn" IS NOT NULL AND "liveOn" = "practiceSaysOn" AND "liveOn" = "supplierSaysOn")));
ALTER TABLE "Switch" ADD CONSTRAINT switch_state CHECK (state IN
  ('draft', 'ordered', 'trial-loaded', 'data-check', 'loaded', 'live', 'closed', 'rolled-back', 'cancelled'));
ALTER TABLE "Switch" ADD CONSTRAINT switch_live_day CHECK (state <> 'live' OR "wentLiveOn" IS NOT NULL);
-- One running switch for each contract to be left.
CREATE UNIQUE INDEX switch_one_running ON "Switch" ("leavingContractId") WHERE state NOT IN ('closed', 'rolled-back', 'cancelled');
-- SW-02: three people.
CREATE UNIQUE INDEX switch_three_people ON "SwitchPerson" ("switchId", "personId")
  WHERE role IN ('practice-manager', 'clinical-lead', 'clinical-safety-officer');
CREATE UNIQUE INDEX manifest_one_current ON "SwitchManifest" ("switchId", phase, side) WHERE "supersededAt" IS NULL;
ALTER TABLE "SwitchManifest" ADD CONSTRAINT manifest_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$' AND side IN ('source', 'target'));
ALTER TABLE "VerifiedReport" ADD CONSTRAINT report_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "VerifiedReport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SwitchSignOff" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AcceptedDifference" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RollBackProposal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "DeletionCertificate" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NoticeGiven" FOR EACH ROW EXECUTE FUNCTION refuse_change();
