-- CreateTable
CREATE TABLE "FormerRow" (
    "id" BIGSERIAL NOT NULL,
    "tableName" TEXT NOT NULL,
    "rowKey" TEXT NOT NULL,
    "row" JSONB,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormerRow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FormerRow_tableName_until_idx" ON "FormerRow"("tableName", "until");

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FormerRow" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "FormerRow" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Keeps how a row stood. The arguments name its key. Before the first finding nobody could rely on the register, so what is
-- loaded then was always there; what comes later was not there before. portal.clock lets tests say what time it is.
CREATE FUNCTION keep_former_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz := coalesce(nullif(current_setting('portal.clock', true), '')::timestamptz, now());
  stood jsonb;
  key text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM "Finding") THEN RETURN NULL; END IF;
    SELECT string_agg(to_jsonb(NEW) ->> name, '/' ORDER BY place) INTO key FROM unnest(TG_ARGV) WITH ORDINALITY AS k(name, place);
  ELSE
    IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;
    stood := to_jsonb(OLD);
    SELECT string_agg(stood ->> name, '/' ORDER BY place) INTO key FROM unnest(TG_ARGV) WITH ORDINALITY AS k(name, place);
  END IF;
  INSERT INTO "FormerRow" ("tableName", "rowKey", row, until) VALUES (TG_TABLE_NAME, key, stood, at);
  RETURN NULL;
END $$;

CREATE TRIGGER keep_former_row AFTER INSERT OR UPDATE OR DELETE ON "Standard" FOR EACH ROW EXECUTE FUNCTION keep_former_row('id');
CREATE TRIGGER keep_former_row AFTER INSERT OR UPDATE OR DELETE ON "StandardVersion" FOR EACH ROW EXECUTE FUNCTION keep_former_row('id');
CREATE TRIGGER keep_former_row AFTER INSERT OR UPDATE OR DELETE ON "Requirement" FOR EACH ROW EXECUTE FUNCTION keep_former_row('standardVersionId', 'id');
CREATE TRIGGER keep_former_row AFTER INSERT OR UPDATE OR DELETE ON "StandardCapability" FOR EACH ROW EXECUTE FUNCTION keep_former_row('standardId', 'capabilityId');
-- These bear their own first day.
CREATE TRIGGER keep_former_row AFTER UPDATE OR DELETE ON "Supplier" FOR EACH ROW EXECUTE FUNCTION keep_former_row('organisationId');
CREATE TRIGGER keep_former_row AFTER UPDATE OR DELETE ON "Claim" FOR EACH ROW EXECUTE FUNCTION keep_former_row('id');
CREATE TRIGGER keep_former_row AFTER UPDATE OR DELETE ON "NonConformity" FOR EACH ROW EXECUTE FUNCTION keep_former_row('id');
CREATE TRIGGER keep_former_row AFTER UPDATE OR DELETE ON "Plan" FOR EACH ROW EXECUTE FUNCTION keep_former_row('id');
