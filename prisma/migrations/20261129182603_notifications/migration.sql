-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "digestedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterPreference" (
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LetterPreference_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "Notification_key_key" ON "Notification"("key");

-- CreateIndex
CREATE INDEX "Notification_personId_createdAt_idx" ON "Notification"("personId", "createdAt");

ALTER TABLE "Notification" ADD CONSTRAINT notification_rhythm CHECK (rhythm IN ('at-once', 'daily', 'weekly', 'none'));
ALTER TABLE "Notification" ADD CONSTRAINT notification_path CHECK (path ~ '^/([^/]|$)');
ALTER TABLE "Notification" ADD CONSTRAINT notification_digest CHECK ("digestedAt" IS NULL OR rhythm IN ('daily', 'weekly'));
ALTER TABLE "LetterPreference" ADD CONSTRAINT letter_preference_rhythm CHECK (rhythm IN ('at-once', 'daily', 'weekly', 'none'));
-- The number on the bell stands on every page; the digest asks for what waits.
CREATE INDEX notification_unread ON "Notification" ("personId") WHERE "readAt" IS NULL;
CREATE INDEX notification_waiting ON "Notification" (rhythm, "createdAt") WHERE "digestedAt" IS NULL AND rhythm IN ('daily', 'weekly');

-- What was told stays as it was told: only that it was read, and that it went out, is added once.
CREATE FUNCTION keep_notification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.key, NEW."personId", NEW.kind, NEW.subject, NEW.text, NEW.path, NEW.rhythm, NEW."createdAt")
     IS DISTINCT FROM (OLD.id, OLD.key, OLD."personId", OLD.kind, OLD.subject, OLD.text, OLD.path, OLD.rhythm, OLD."createdAt")
     OR (OLD."readAt" IS NOT NULL AND NEW."readAt" IS DISTINCT FROM OLD."readAt")
     OR (OLD."digestedAt" IS NOT NULL AND NEW."digestedAt" IS DISTINCT FROM OLD."digestedAt") THEN
    RAISE EXCEPTION 'a notification keeps its words';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_notification BEFORE UPDATE ON "Notification" FOR EACH ROW EXECUTE FUNCTION keep_notification();
