-- A module's page says where its facts stand in the evidence log: who keeps the page in memory hears at commit that the log grew.
CREATE TRIGGER tell_catalogue AFTER INSERT ON "LogLeaf" FOR EACH STATEMENT EXECUTE FUNCTION tell_catalogue('facts');
ALTER TABLE "LogLeaf" ENABLE ALWAYS TRIGGER tell_catalogue;
