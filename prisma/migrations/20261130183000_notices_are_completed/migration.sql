-- AlterTable
ALTER TABLE "NoticeObligation" ADD COLUMN     "completion" TEXT,
ADD COLUMN     "missing" INTEGER NOT NULL DEFAULT 0;

-- Above the floor of indicators a notice says which were added, or why there are fewer.
ALTER TABLE "NoticeObligation"
  ADD CONSTRAINT notice_missing CHECK (missing >= 0),
  ADD CONSTRAINT notice_completed CHECK (state <> 'published' OR missing = 0 OR completion IS NOT NULL);

-- How many it lacks belongs to the draft.
CREATE OR REPLACE FUNCTION keep_notice_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a notice is never deleted'; END IF;
  IF OLD.state <> 'drafted' OR (NEW.kind, NEW."callOffId", NEW."payerId", NEW."termsHash", NEW."dueOn", NEW.text, NEW."draftedAt", NEW.missing)
      IS DISTINCT FROM (OLD.kind, OLD."callOffId", OLD."payerId", OLD."termsHash", OLD."dueOn", OLD.text, OLD."draftedAt", OLD.missing) THEN
    RAISE EXCEPTION 'the draft of a notice is frozen';
  END IF;
  RETURN NEW;
END $$;
