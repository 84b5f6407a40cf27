-- CreateTable
CREATE TABLE "EvidencePack" (
    "id" UUID NOT NULL,
    "switchId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "sealedById" UUID NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,
    "signature" JSONB,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EvidencePack_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EvidencePack_switchId_idx" ON "EvidencePack"("switchId");

-- AddForeignKey
ALTER TABLE "EvidencePack" ADD CONSTRAINT "EvidencePack_switchId_fkey" FOREIGN KEY ("switchId") REFERENCES "Switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EvidencePack" ADD CONSTRAINT "EvidencePack_sha256_is_one" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "EvidencePack" ADD CONSTRAINT "EvidencePack_signed_at_once" CHECK (("signature" IS NULL) = ("signedAt" IS NULL));

-- What was sealed stays as it was (EV-01): only the signature is added, once.
CREATE FUNCTION keep_evidence_pack() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."signedAt" IS NULL
    AND (to_jsonb(OLD) - 'signature' - 'signedAt') = (to_jsonb(NEW) - 'signature' - 'signedAt') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a sealed evidence pack is never changed or removed';
END $$ LANGUAGE plpgsql;
CREATE TRIGGER keep_evidence_pack BEFORE UPDATE OR DELETE ON "EvidencePack" FOR EACH ROW EXECUTE FUNCTION keep_evidence_pack();
