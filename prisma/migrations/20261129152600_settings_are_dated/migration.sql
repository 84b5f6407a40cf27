-- K1: no two rows of one owner and key overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "Setting" ADD CONSTRAINT setting_days CHECK ("validTo" IS NULL OR "validTo" >= "validFrom");
ALTER TABLE "Setting" ADD CONSTRAINT setting_no_overlap EXCLUDE USING gist (
  key WITH =,
  (coalesce("organisationId", '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
  daterange("validFrom", "validTo", '[]') WITH &&);
-- Superseded, never edited: the last day alone may be written, once.
CREATE FUNCTION setting_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."validTo" IS NULL AND NEW."validTo" IS NOT NULL
    AND (to_jsonb(NEW) - 'validTo') = (to_jsonb(OLD) - 'validTo') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a setting is superseded, never edited' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ends_once BEFORE UPDATE OR DELETE ON "Setting" FOR EACH ROW EXECUTE FUNCTION setting_ends_once();
CREATE TRIGGER ends_once_truncate BEFORE TRUNCATE ON "Setting" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
