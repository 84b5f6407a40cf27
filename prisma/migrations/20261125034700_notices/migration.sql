-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textSha256" TEXT NOT NULL,
    "aboutType" TEXT NOT NULL,
    "aboutId" TEXT NOT NULL,
    "mustAcknowledge" BOOLEAN NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeAcknowledgement" (
    "noticeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeAcknowledgement_pkey" PRIMARY KEY ("noticeId")
);

-- CreateTable
CREATE TABLE "NoticeReminder" (
    "noticeId" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeReminder_pkey" PRIMARY KEY ("noticeId","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE INDEX "Notice_personId_sentAt_idx" ON "Notice"("personId", "sentAt");

-- AddForeignKey
ALTER TABLE "NoticeAcknowledgement" ADD CONSTRAINT "NoticeAcknowledgement_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeReminder" ADD CONSTRAINT "NoticeReminder_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- NT-02: what was told stays as it was told.
ALTER TABLE "Notice" ADD CONSTRAINT notice_hash CHECK ("textSha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Notice" ADD CONSTRAINT notice_texts CHECK (char_length(subject) BETWEEN 1 AND 200 AND char_length(text) BETWEEN 1 AND 8000);
ALTER TABLE "NoticeReminder" ADD CONSTRAINT notice_reminder_day CHECK (day IN (3, 7, 14));
CREATE INDEX notice_to_acknowledge ON "Notice" ("sentAt") WHERE "mustAcknowledge";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Notice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Notice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NoticeAcknowledgement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "NoticeAcknowledgement" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NoticeReminder" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "NoticeReminder" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
