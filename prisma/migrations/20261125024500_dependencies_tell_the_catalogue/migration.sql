-- What suppliers say of each other stands in comparisons, and the day of a declaration on a module's page.
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "DependencyClaim" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "SupplierDeclaration" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "DependencyClaim" ENABLE ALWAYS TRIGGER tell_catalogue;
ALTER TABLE "SupplierDeclaration" ENABLE ALWAYS TRIGGER tell_catalogue;
