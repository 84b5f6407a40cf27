-- CreateTable
CREATE TABLE "GateConsent" (
    "id" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "items" TEXT[],
    "statement" TEXT,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GateConsent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "GateConsent_callOffId_idx" ON "GateConsent"("callOffId");

-- AddForeignKey
ALTER TABLE "GateConsent" ADD CONSTRAINT "GateConsent_callOffId_fkey" FOREIGN KEY ("callOffId") REFERENCES "CallOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GateConsent" ADD CONSTRAINT gate_consent_kind CHECK (kind IN ('acknowledged', 'accepted'));
ALTER TABLE "GateConsent" ADD CONSTRAINT gate_consent_items CHECK (cardinality(items) > 0);
-- Assurance §5: WRITTEN_ACCEPTANCE has 20 characters or more.
ALTER TABLE "GateConsent" ADD CONSTRAINT gate_consent_statement CHECK ((kind = 'accepted') = (statement IS NOT NULL) AND (statement IS NULL OR length(statement) >= 20));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "GateConsent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "GateConsent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
