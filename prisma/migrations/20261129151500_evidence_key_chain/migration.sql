-- AlterTable
ALTER TABLE "LogKey" ADD COLUMN     "from" DATE,
ADD COLUMN     "generation" INTEGER,
ADD COLUMN     "purpose" TEXT,
ADD COLUMN     "signedBy" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "LogKey_purpose_generation_key" ON "LogKey"("purpose", "generation");

ALTER TABLE "LogKey" ADD CONSTRAINT log_key_purpose CHECK (purpose IN ('officers', 'runner') AND use = 'evidence' OR purpose IS NULL);
-- A key is stated whole or not at all.
ALTER TABLE "LogKey" ADD CONSTRAINT log_key_stated CHECK (num_nulls(purpose, generation, "from", "signedBy") IN (0, 4) AND generation >= 1);
-- What was said of a key stays said: its place in the chain is entered once, and a revocation only ever reaches further back.
CREATE FUNCTION refuse_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."keyId", NEW.use, NEW."publicKey", NEW."firstUsedAt") IS DISTINCT FROM (OLD."keyId", OLD.use, OLD."publicKey", OLD."firstUsedAt")
    OR (OLD.purpose IS NOT NULL AND (NEW.purpose, NEW.generation, NEW."from", NEW."signedBy") IS DISTINCT FROM (OLD.purpose, OLD.generation, OLD."from", OLD."signedBy"))
    OR (OLD."revokedFromIndex" IS NOT NULL AND (NEW."revokedFromIndex" IS NULL OR NEW."revokedFromIndex" > OLD."revokedFromIndex"))
  THEN RAISE EXCEPTION 'what was said of a key is append-only' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER key_stays BEFORE UPDATE ON "LogKey" FOR EACH ROW EXECUTE FUNCTION refuse_key_change();
CREATE TRIGGER no_delete BEFORE DELETE ON "LogKey" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LogKey" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
