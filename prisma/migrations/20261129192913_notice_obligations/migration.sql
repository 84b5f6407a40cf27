-- CreateTable
CREATE TABLE "NoticeObligation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "callOffId" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "termsHash" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reference" TEXT,
    "publishedOn" DATE,
    "reason" TEXT,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NoticeObligation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NoticeObligation_payerId_state_dueOn_idx" ON "NoticeObligation"("payerId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeObligation_callOffId_kind_termsHash_key" ON "NoticeObligation"("callOffId", "kind", "termsHash");

-- A published notice says where and since when; one that is not required says why.
ALTER TABLE "NoticeObligation"
  ADD CONSTRAINT notice_kind CHECK (kind IN ('UK6', 'UK7', 'UK11')),
  ADD CONSTRAINT notice_state CHECK (state IN ('drafted', 'published', 'not-required')),
  ADD CONSTRAINT notice_published CHECK ((state = 'published') = ("publishedOn" IS NOT NULL AND reference IS NOT NULL)),
  ADD CONSTRAINT notice_waived CHECK ((state = 'not-required') = (reason IS NOT NULL));

-- What was drafted stays word for word; only what became of it is written, once.
CREATE FUNCTION keep_notice_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a notice is never deleted'; END IF;
  IF OLD.state <> 'drafted' OR (NEW.kind, NEW."callOffId", NEW."payerId", NEW."termsHash", NEW."dueOn", NEW.text, NEW."draftedAt")
      IS DISTINCT FROM (OLD.kind, OLD."callOffId", OLD."payerId", OLD."termsHash", OLD."dueOn", OLD.text, OLD."draftedAt") THEN
    RAISE EXCEPTION 'the draft of a notice is frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_notice_draft BEFORE UPDATE OR DELETE ON "NoticeObligation" FOR EACH ROW EXECUTE FUNCTION keep_notice_draft();
