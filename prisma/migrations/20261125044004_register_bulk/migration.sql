-- CreateTable
CREATE TABLE "RegisterBulk" (
    "asOf" DATE NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "moduleVersions" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "jsonSha256" TEXT NOT NULL,
    "jsonBytes" BIGINT NOT NULL,
    "csvSha256" TEXT NOT NULL,
    "csvBytes" BIGINT NOT NULL,
    "schemaSha256" TEXT NOT NULL,

    CONSTRAINT "RegisterBulk_pkey" PRIMARY KEY ("asOf")
);

-- CreateTable
CREATE TABLE "RegisterBulkPart" (
    "asOf" DATE NOT NULL,
    "format" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "gzip" BYTEA NOT NULL,

    CONSTRAINT "RegisterBulkPart_pkey" PRIMARY KEY ("asOf","format","number")
);

ALTER TABLE "RegisterBulk" ADD CONSTRAINT register_bulk_hashes CHECK ("jsonSha256" ~ '^[0-9a-f]{64}$' AND "csvSha256" ~ '^[0-9a-f]{64}$' AND "schemaSha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "RegisterBulkPart" ADD CONSTRAINT register_bulk_format CHECK (format IN ('json', 'csv'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RegisterBulk" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "RegisterBulk" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
