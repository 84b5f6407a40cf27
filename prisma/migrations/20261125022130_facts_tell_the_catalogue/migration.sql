-- What modules and comparisons derive from: whoever keeps one in memory hears at commit that a fact has come. Which one does not matter.
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Claim" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Finding" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Evidence" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "NonConformity" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Plan" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "OfficerDecision" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Standard" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "StandardVersion" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Requirement" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "StandardCapability" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OF state, "lastOrderDay" OR DELETE ON "ListingDraft" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue_fact AFTER UPDATE ON "ModuleVersion" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');

ALTER TABLE "Claim" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Finding" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Evidence" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "NonConformity" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Plan" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "OfficerDecision" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Standard" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "StandardVersion" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "Requirement" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "StandardCapability" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "ListingDraft" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "ModuleVersion" ENABLE ALWAYS TRIGGER tell_catalogue_fact;
