-- A waiver is a fact like the others: whoever keeps a comparison or a module in memory hears of it.
CREATE TRIGGER tell_catalogue AFTER INSERT OR UPDATE OR DELETE ON "Waiver" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "Waiver" ENABLE ALWAYS TRIGGER tell_catalogue;
