-- CreateTable
CREATE TABLE "LogLeaf" (
    "index" BIGINT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "envelope" JSONB NOT NULL,
    "appendedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LogLeaf_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "LogNode" (
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "LogNode_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "LogHead" (
    "id" TEXT NOT NULL,
    "size" BIGINT NOT NULL,

    CONSTRAINT "LogHead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogCheckpoint" (
    "size" BIGINT NOT NULL,
    "rootHash" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LogCheckpoint_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "LogKey" (
    "keyId" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "firstUsedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedFromIndex" BIGINT,

    CONSTRAINT "LogKey_pkey" PRIMARY KEY ("keyId")
);

-- CreateIndex
CREATE UNIQUE INDEX "LogLeaf_subjectType_subjectId_key" ON "LogLeaf"("subjectType", "subjectId");

INSERT INTO "LogHead" (id, size) VALUES ('log', 0);
ALTER TABLE "LogHead" ADD CONSTRAINT log_head_one CHECK (id = 'log' AND size >= 0);
ALTER TABLE "LogNode" ADD CONSTRAINT log_node_hash CHECK (octet_length(hash) = 32 AND level BETWEEN 0 AND 60 AND index >= 0);
ALTER TABLE "LogCheckpoint" ADD CONSTRAINT log_checkpoint_hash CHECK (octet_length("rootHash") = 32);
ALTER TABLE "LogKey" ADD CONSTRAINT log_key_use CHECK (use IN ('evidence', 'log'));
-- The head only grows.
CREATE FUNCTION refuse_shorter_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size < OLD.size THEN RAISE EXCEPTION 'the log never gets shorter' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_only_grows BEFORE UPDATE ON "LogHead" FOR EACH ROW EXECUTE FUNCTION refuse_shorter_log();
CREATE TRIGGER no_delete BEFORE DELETE ON "LogHead" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LogLeaf" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LogLeaf" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LogNode" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LogNode" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LogCheckpoint" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LogCheckpoint" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
