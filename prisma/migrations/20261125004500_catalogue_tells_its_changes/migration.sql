-- Whoever keeps the published catalogue in memory hears at commit what changed in it. The payload names the kind and the id;
-- equal ones of one transaction arrive once. The triggers fire always, in a copy or a restore too.
CREATE FUNCTION tell_catalogue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'STATEMENT' THEN
    PERFORM pg_notify('catalogue', TG_ARGV[0]);
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM pg_notify('catalogue', TG_ARGV[0] || ':' || (to_jsonb(OLD) ->> TG_ARGV[1]));
  ELSE
    PERFORM pg_notify('catalogue', TG_ARGV[0] || ':' || (to_jsonb(NEW) ->> TG_ARGV[1]));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Module" FOR EACH ROW EXECUTE FUNCTION tell_catalogue('module', 'id');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Supplier" FOR EACH ROW EXECUTE FUNCTION tell_catalogue('supplier', 'organisationId');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "ModuleStanding" FOR EACH ROW EXECUTE FUNCTION tell_catalogue('version', 'moduleVersionId');
CREATE TRIGGER tell_catalogue_version AFTER UPDATE OF version ON "ModuleVersion" FOR EACH ROW EXECUTE FUNCTION tell_catalogue('version', 'id');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Capability" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('names');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Epic" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('names');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "CapabilityEpic" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('names');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Integration" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('names');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Framework" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('names');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "HistoricListing" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('names');
CREATE TRIGGER tell_catalogue_truncate AFTER TRUNCATE ON "Module" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('all');

ALTER TABLE "Module" ENABLE ALWAYS TRIGGER tell_catalogue, ENABLE ALWAYS TRIGGER tell_catalogue_truncate;
ALTER TABLE "Supplier" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "ModuleStanding" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "ModuleVersion" ENABLE ALWAYS TRIGGER tell_catalogue_version;
ALTER TABLE "Capability" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Epic" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "CapabilityEpic" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Integration" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "HistoricListing" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Framework" ENABLE ALWAYS TRIGGER tell_catalogue;
