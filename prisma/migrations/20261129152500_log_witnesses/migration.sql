-- CreateTable
CREATE TABLE "LogWitness" (
    "name" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LogWitness_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "LogCosignature" (
    "size" BIGINT NOT NULL,
    "witness" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LogCosignature_pkey" PRIMARY KEY ("size","witness")
);

-- CreateIndex
CREATE UNIQUE INDEX "LogWitness_publicKey_key" ON "LogWitness"("publicKey");

-- AddForeignKey
ALTER TABLE "LogCosignature" ADD CONSTRAINT "LogCosignature_size_fkey" FOREIGN KEY ("size") REFERENCES "LogCheckpoint"("size") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogCosignature" ADD CONSTRAINT "LogCosignature_witness_fkey" FOREIGN KEY ("witness") REFERENCES "LogWitness"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "LogWitness" ADD CONSTRAINT log_witness_name CHECK (name ~ '^[^\s+]{1,100}$');
ALTER TABLE "LogCosignature" ADD CONSTRAINT log_cosignature_line CHECK (length(line) <= 220 AND position(E'\n' in line) = 0);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LogCosignature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LogCosignature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON "LogWitness" FOR EACH ROW EXECUTE FUNCTION refuse_change();
