-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "capabilityId" TEXT NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "standardVersionId" UUID,
    "requirementId" TEXT,
    "capabilityId" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "foundOn" DATE NOT NULL,
    "validUntil" DATE,
    "evidenceIds" UUID[],
    "assessorId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "correctsId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "validUntil" DATE,
    "visibility" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NonConformity" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "standardVersionId" UUID NOT NULL,
    "requirementId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "determinedOn" DATE NOT NULL,
    "closedOn" DATE,

    CONSTRAINT "NonConformity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "nonConformityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hazard" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "acceptedOn" DATE,
    "dueOn" DATE NOT NULL,
    "claimedDoneOn" DATE,
    "supersededOn" DATE,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionProposal" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DecisionProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerDecision" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "madeById" UUID NOT NULL,
    "secondedById" UUID NOT NULL,
    "madeOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OfficerDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Supplier" (
    "organisationId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "companyNumber" TEXT,
    "about" TEXT,
    "site" TEXT,
    "contactRole" TEXT,
    "contactEmail" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',

    CONSTRAINT "Supplier_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "Module" (
    "id" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "currentListingId" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModuleVersion" (
    "id" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "changeImpact" TEXT NOT NULL,
    "withdrawnOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModuleVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingVersion" (
    "id" UUID NOT NULL,
    "moduleVersionId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "publishedOn" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "capabilityIds" TEXT[],
    "integrationIds" TEXT[],
    "frameworkIds" TEXT[],
    "applicationTypes" TEXT[],
    "hostings" TEXT[],
    "priceBasis" TEXT,
    "priceMode" TEXT,
    "priceTimesAYear" INTEGER,
    "priceFrom" BIGINT[],
    "priceUnit" BIGINT[],
    "search" tsvector NOT NULL,

    CONSTRAINT "ListingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModuleStanding" (
    "moduleVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "because" TEXT,
    "metCapabilityIds" TEXT[],
    "failedCapabilityIds" TEXT[],
    "asOf" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "ModuleStanding_pkey" PRIMARY KEY ("moduleVersionId")
);

-- CreateTable
CREATE TABLE "Shortlist" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "state" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Shortlist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShortlistEntry" (
    "shortlistId" UUID NOT NULL,
    "moduleId" UUID NOT NULL,
    "listingVersionId" UUID NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShortlistEntry_pkey" PRIMARY KEY ("shortlistId","moduleId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Claim_moduleVersionId_capabilityId_key" ON "Claim"("moduleVersionId", "capabilityId");

-- CreateIndex
CREATE INDEX "Finding_moduleVersionId_idx" ON "Finding"("moduleVersionId");

-- CreateIndex
CREATE INDEX "Evidence_moduleVersionId_idx" ON "Evidence"("moduleVersionId");

-- CreateIndex
CREATE INDEX "NonConformity_moduleVersionId_idx" ON "NonConformity"("moduleVersionId");

-- CreateIndex
CREATE INDEX "Plan_nonConformityId_idx" ON "Plan"("nonConformityId");

-- CreateIndex
CREATE INDEX "DecisionProposal_moduleVersionId_idx" ON "DecisionProposal"("moduleVersionId");

-- CreateIndex
CREATE INDEX "OfficerDecision_moduleVersionId_idx" ON "OfficerDecision"("moduleVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Supplier_slug_key" ON "Supplier"("slug");

-- CreateIndex
CREATE INDEX "Module_supplierId_idx" ON "Module"("supplierId");

-- CreateIndex
CREATE INDEX "Module_currentListingId_idx" ON "Module"("currentListingId");

-- CreateIndex
CREATE UNIQUE INDEX "ModuleVersion_moduleId_version_key" ON "ModuleVersion"("moduleId", "version");

-- CreateIndex
CREATE INDEX "ListingVersion_moduleId_idx" ON "ListingVersion"("moduleId");

-- CreateIndex
CREATE INDEX "ListingVersion_search_idx" ON "ListingVersion" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "Shortlist_organisationId_name_key" ON "Shortlist"("organisationId", "name");

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_nonConformityId_fkey" FOREIGN KEY ("nonConformityId") REFERENCES "NonConformity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Module" ADD CONSTRAINT "Module_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Supplier"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModuleVersion" ADD CONSTRAINT "ModuleVersion_moduleId_fkey" FOREIGN KEY ("moduleId") REFERENCES "Module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingVersion" ADD CONSTRAINT "ListingVersion_moduleVersionId_fkey" FOREIGN KEY ("moduleVersionId") REFERENCES "ModuleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShortlistEntry" ADD CONSTRAINT "ShortlistEntry_shortlistId_fkey" FOREIGN KEY ("shortlistId") REFERENCES "Shortlist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A signature needs two people (2P, AS-04; AC-03), whatever the portal's code says.
ALTER TABLE "Finding" ADD CONSTRAINT finding_two_people CHECK ("assessorId" <> "reviewerId");
ALTER TABLE "Finding" ADD CONSTRAINT finding_one_subject CHECK (
  ("standardVersionId" IS NULL) = ("requirementId" IS NULL) AND ("standardVersionId" IS NULL) <> ("capabilityId" IS NULL));
ALTER TABLE "Finding" ADD CONSTRAINT finding_outcome CHECK (outcome IN ('MET', 'NOT_MET', 'NOT_APPLICABLE'));
ALTER TABLE "OfficerDecision" ADD CONSTRAINT decision_two_officers CHECK ("madeById" <> "secondedById");
ALTER TABLE "OfficerDecision" ADD CONSTRAINT decision_kind CHECK (kind IN ('LIST', 'REFUSE', 'SUSPEND', 'LIFT', 'REMOVE'));
ALTER TABLE "OfficerDecision" ADD CONSTRAINT decision_reason CHECK (char_length(reason) BETWEEN 20 AND 2000);
ALTER TABLE "DecisionProposal" ADD CONSTRAINT proposal_kind CHECK (kind IN ('SUSPEND', 'LIFT') AND state IN ('proposed', 'made'));
-- One open proposal a module version and kind: a second officer seconds it instead of proposing again.
CREATE UNIQUE INDEX proposal_open ON "DecisionProposal" ("moduleVersionId", kind) WHERE state = 'proposed';
-- Nothing is worked off on a serious hazard (NC-01).
ALTER TABLE "Plan" ADD CONSTRAINT plan_kind CHECK (kind IN ('WORK_OFF', 'REMEDIATION'));
ALTER TABLE "Plan" ADD CONSTRAINT plan_no_work_off_on_serious CHECK (kind <> 'WORK_OFF' OR hazard IN ('NONE', 'LOW'));
ALTER TABLE "ListingVersion" ADD CONSTRAINT listing_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "ListingVersion" ADD CONSTRAINT listing_tiers CHECK (cardinality("priceFrom") = cardinality("priceUnit"));
ALTER TABLE "Shortlist" ADD CONSTRAINT shortlist_state CHECK (state IN ('live', 'archived'));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Finding" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Finding" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "OfficerDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "OfficerDecision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ListingVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ListingVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
