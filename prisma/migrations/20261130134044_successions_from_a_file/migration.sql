-- AlterTable
ALTER TABLE "PracticeSuccession" ALTER COLUMN "recordedById" DROP NOT NULL,
ALTER COLUMN "recordedAt" DROP NOT NULL;

-- Whoever signs an order holds its practices (C5): a succession waits for the signature, and a signature that comes later sees it.
CREATE FUNCTION wait_for_signatures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Organisation" WHERE id IN (NEW."practiceId", NEW."successorId") ORDER BY id FOR UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER wait_for_signatures BEFORE INSERT ON "PracticeSuccession" FOR EACH ROW EXECUTE FUNCTION wait_for_signatures();
