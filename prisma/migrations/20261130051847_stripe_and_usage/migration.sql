-- CreateTable
CREATE TABLE "StripeCall" (
    "kind" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "firstTriedAt" TIMESTAMPTZ(3) NOT NULL,
    "stripeId" TEXT,
    "madeAt" TIMESTAMPTZ(3),

    CONSTRAINT "StripeCall_pkey" PRIMARY KEY ("kind","rowId","version")
);

-- CreateTable
CREATE TABLE "StripeEvent" (
    "id" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "account" TEXT,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT,
    "subjectId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "because" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "triedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StripeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StripeReconciliation" (
    "day" DATE NOT NULL,
    "line" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "ledgerPence" BIGINT NOT NULL,
    "stripePence" BIGINT NOT NULL,
    "comparedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StripeReconciliation_pkey" PRIMARY KEY ("day","line","ownerId")
);

-- CreateTable
CREATE TABLE "GatewayIssuer" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GatewayIssuer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GatewayKey" (
    "id" UUID NOT NULL,
    "keyId" TEXT NOT NULL,
    "issuerId" UUID NOT NULL,
    "publicKeyPem" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GatewayKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UsageBatch" (
    "id" UUID NOT NULL,
    "issuerId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "recordCount" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "because" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "UsageBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UsageRecord" (
    "batchId" UUID NOT NULL,
    "recordId" TEXT NOT NULL,
    "issuerId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "moduleId" TEXT NOT NULL,
    "practice" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "meter" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "siteId" UUID,
    "contractId" UUID,

    CONSTRAINT "UsageRecord_pkey" PRIMARY KEY ("batchId","recordId")
);

-- CreateTable
CREATE TABLE "UsageAlarm" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "issuerId" UUID,
    "contractId" UUID,
    "sequence" INTEGER,
    "subject" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsageAlarm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StripeCall_key_key" ON "StripeCall"("key");

-- CreateIndex
CREATE INDEX "StripeCall_stripeId_idx" ON "StripeCall"("stripeId");

-- CreateIndex
CREATE UNIQUE INDEX "StripeEvent_eventId_key" ON "StripeEvent"("eventId");

-- CreateIndex
CREATE INDEX "StripeEvent_state_triedAt_idx" ON "StripeEvent"("state", "triedAt");

-- CreateIndex
CREATE UNIQUE INDEX "GatewayIssuer_code_key" ON "GatewayIssuer"("code");

-- CreateIndex
CREATE UNIQUE INDEX "GatewayKey_keyId_key" ON "GatewayKey"("keyId");

-- CreateIndex
CREATE INDEX "GatewayKey_issuerId_idx" ON "GatewayKey"("issuerId");

-- CreateIndex
CREATE INDEX "UsageBatch_state_idx" ON "UsageBatch"("state");

-- CreateIndex
CREATE UNIQUE INDEX "UsageBatch_issuerId_sequence_key" ON "UsageBatch"("issuerId", "sequence");

-- CreateIndex
CREATE INDEX "UsageRecord_contractId_day_idx" ON "UsageRecord"("contractId", "day");

-- CreateIndex
CREATE INDEX "UsageRecord_siteId_day_idx" ON "UsageRecord"("siteId", "day");

-- CreateIndex
CREATE INDEX "UsageRecord_issuerId_moduleId_practice_day_meter_idx" ON "UsageRecord"("issuerId", "moduleId", "practice", "day", "meter");

-- CreateIndex
CREATE UNIQUE INDEX "UsageAlarm_subject_key" ON "UsageAlarm"("subject");

-- CreateIndex
CREATE INDEX "UsageAlarm_contractId_idx" ON "UsageAlarm"("contractId");

-- AddForeignKey
ALTER TABLE "GatewayKey" ADD CONSTRAINT "GatewayKey_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "GatewayIssuer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsageBatch" ADD CONSTRAINT "UsageBatch_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "GatewayIssuer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsageRecord" ADD CONSTRAINT "UsageRecord_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "UsageBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StripeCall" ADD CONSTRAINT stripe_call_made CHECK (("stripeId" IS NULL) = ("madeAt" IS NULL));
-- One object of Stripe stands for one row of ours.
CREATE UNIQUE INDEX "StripeCall_one_object" ON "StripeCall" (kind, "stripeId") WHERE "stripeId" IS NOT NULL;
ALTER TABLE "StripeEvent" ADD CONSTRAINT stripe_event_state CHECK (state IN ('stored', 'applied', 'ignored', 'parked'));
ALTER TABLE "StripeReconciliation" ADD CONSTRAINT stripe_reconciliation_line CHECK (line IN ('received', 'passed-on', 'fees', 'paid-out'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "StripeReconciliation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "StripeReconciliation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "UsageBatch" ADD CONSTRAINT usage_batch_state CHECK (
  state IN ('received', 'parked', 'accepted', 'rated', 'superseded', 'refused') AND sequence >= 1 AND "from" <= "to");
ALTER TABLE "GatewayKey" ADD CONSTRAINT gateway_key_dates CHECK (
  ("validTo" IS NULL OR "validFrom" <= "validTo") AND ("revokedAt" IS NULL) = ("revokedById" IS NULL));
ALTER TABLE "UsageRecord" ADD CONSTRAINT usage_record_count CHECK (quantity >= 0);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "UsageRecord" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "UsageRecord" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "UsageAlarm" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "UsageAlarm" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- What a gateway has signed stays as it came; only what became of it moves.
CREATE FUNCTION usage_batch_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(OLD."issuerId", OLD.sequence, OLD."previousHash", OLD.hash, OLD."keyId", OLD.signature, OLD.body, OLD."from", OLD."to")
    IS DISTINCT FROM ROW(NEW."issuerId", NEW.sequence, NEW."previousHash", NEW.hash, NEW."keyId", NEW.signature, NEW.body, NEW."from", NEW."to")
  THEN RAISE EXCEPTION 'the bytes of a usage batch are never changed' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER usage_batch_bytes BEFORE UPDATE ON "UsageBatch" FOR EACH ROW EXECUTE FUNCTION usage_batch_bytes();
CREATE TRIGGER usage_batch_kept BEFORE DELETE ON "UsageBatch" FOR EACH ROW EXECUTE FUNCTION refuse_change();
