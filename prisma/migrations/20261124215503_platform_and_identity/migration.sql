-- CreateTable
CREATE TABLE "Standard" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Standard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardVersion" (
    "id" UUID NOT NULL,
    "standardId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL DEFAULT 'CONTRACT',
    "publishedOn" DATE,
    "effectiveOn" DATE,
    "transitionEndsOn" DATE,
    "deprecatedOn" DATE,
    "retiredOn" DATE,
    "assertedState" TEXT,
    "changeClass" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "StandardVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Requirement" (
    "standardVersionId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "hazard" TEXT NOT NULL,
    "evidenceValidDays" INTEGER,
    "notTestedReason" TEXT,

    CONSTRAINT "Requirement_pkey" PRIMARY KEY ("standardVersionId","id")
);

-- CreateTable
CREATE TABLE "StandardCapability" (
    "standardId" TEXT NOT NULL,
    "capabilityId" TEXT NOT NULL,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StandardCapability_pkey" PRIMARY KEY ("standardId","capabilityId")
);

-- CreateTable
CREATE TABLE "RoadmapItem" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "itemVersion" TEXT,
    "concerns" TEXT NOT NULL,
    "changeType" TEXT,
    "status" TEXT NOT NULL,
    "publicationOn" DATE,
    "effectiveOn" DATE,
    "dateNote" TEXT,
    "url" TEXT,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RoadmapItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Capability" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "version" TEXT,
    "status" TEXT NOT NULL,
    "summary" TEXT,
    "url" TEXT,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Capability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Epic" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "supplierDefined" BOOLEAN NOT NULL,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Epic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CapabilityEpic" (
    "capabilityId" TEXT NOT NULL,
    "epicId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CapabilityEpic_pkey" PRIMARY KEY ("capabilityId","epicId")
);

-- CreateTable
CREATE TABLE "Integration" (
    "id" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Integration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Framework" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "fundingTypes" TEXT[],
    "opensOn" DATE,
    "expiresOn" DATE,
    "expired" BOOLEAN NOT NULL,
    "maximumTermMonths" INTEGER NOT NULL DEFAULT 36,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HistoricListing" (
    "id" UUID NOT NULL,
    "supplier" TEXT NOT NULL,
    "product" TEXT,
    "year" INTEGER NOT NULL,
    "route" TEXT NOT NULL,
    "capabilities" TEXT NOT NULL,
    "priceText" TEXT,
    "doubtful" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "sourceUrl" TEXT,

    CONSTRAINT "HistoricListing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObservedSystem" (
    "practiceCode" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "principal" TEXT,
    "allNames" TEXT[],
    "pcnCode" TEXT,
    "pcnName" TEXT,
    "areaCode" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "ObservedSystem_pkey" PRIMARY KEY ("practiceCode","asOf")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "address" TEXT[],
    "postcode" TEXT,
    "openedOn" DATE,
    "closedOn" DATE,
    "partOfCode" TEXT,
    "regionCode" TEXT,
    "source" TEXT,
    "sourceAsOf" DATE,
    "absent" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListSize" (
    "organisationId" UUID NOT NULL,
    "asOf" DATE NOT NULL,
    "patients" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "ListSize_pkey" PRIMARY KEY ("organisationId","asOf")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "limitPence" BIGINT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "provedAt" TIMESTAMPTZ(3) NOT NULL,
    "agent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "ExternalLogin" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "ExternalLogin_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "limitPence" BIGINT,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "chainId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "aboutType" TEXT NOT NULL,
    "aboutId" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorRef" TEXT NOT NULL,
    "organisationId" TEXT,
    "fromState" TEXT,
    "toState" TEXT,
    "data" JSONB NOT NULL,
    "requestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "transactionId" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventChain" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EventChain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedCursor" (
    "name" TEXT NOT NULL,
    "transactionId" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,

    CONSTRAINT "FeedCursor_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "MailMessage" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "MailMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "id" UUID NOT NULL,
    "organisationId" UUID,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "source" TEXT NOT NULL,
    "verifiedOn" DATE,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StandardVersion_standardId_version_key" ON "StandardVersion"("standardId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "HistoricListing_supplier_product_year_key" ON "HistoricListing"("supplier", "product", "year");

-- CreateIndex
CREATE INDEX "ObservedSystem_asOf_areaCode_idx" ON "ObservedSystem"("asOf", "areaCode");

-- CreateIndex
CREATE INDEX "Organisation_partOfCode_idx" ON "Organisation"("partOfCode");

-- CreateIndex
CREATE INDEX "Organisation_name_idx" ON "Organisation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_kind_code_key" ON "Organisation"("kind", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_personId_organisationId_role_validFrom_key" ON "Grant"("personId", "organisationId", "role", "validFrom");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Event_aboutType_aboutId_id_idx" ON "Event"("aboutType", "aboutId", "id");

-- CreateIndex
CREATE INDEX "Event_transactionId_id_idx" ON "Event"("transactionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Event_chainId_position_key" ON "Event"("chainId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "MailMessage_key_key" ON "MailMessage"("key");

-- CreateIndex
CREATE INDEX "MailMessage_createdAt_idx" ON "MailMessage"("createdAt");

-- CreateIndex
CREATE INDEX "Setting_key_organisationId_validFrom_idx" ON "Setting"("key", "organisationId", "validFrom");

-- AddForeignKey
ALTER TABLE "StandardVersion" ADD CONSTRAINT "StandardVersion_standardId_fkey" FOREIGN KEY ("standardId") REFERENCES "Standard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Requirement" ADD CONSTRAINT "Requirement_standardVersionId_fkey" FOREIGN KEY ("standardVersionId") REFERENCES "StandardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandardCapability" ADD CONSTRAINT "StandardCapability_standardId_fkey" FOREIGN KEY ("standardId") REFERENCES "Standard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapabilityEpic" ADD CONSTRAINT "CapabilityEpic_capabilityId_fkey" FOREIGN KEY ("capabilityId") REFERENCES "Capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapabilityEpic" ADD CONSTRAINT "CapabilityEpic_epicId_fkey" FOREIGN KEY ("epicId") REFERENCES "Epic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSize" ADD CONSTRAINT "ListSize_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalLogin" ADD CONSTRAINT "ExternalLogin_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is append-only refuses UPDATE, DELETE and TRUNCATE to everybody; the portal's own role lacks the right as well.
-- A table becomes append-only by a trigger of this name: CREATE TRIGGER append_only BEFORE UPDATE OR DELETE …
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
