-- AlterTable
ALTER TABLE "NonConformity" ADD COLUMN     "assessedByIds" UUID[];

-- CreateTable
CREATE TABLE "SuspensionConsidered" (
    "id" UUID NOT NULL,
    "missId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "consideredById" UUID NOT NULL,
    "consideredOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SuspensionConsidered_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SuspensionConsidered_missId_key" ON "SuspensionConsidered"("missId");

-- AddForeignKey
ALTER TABLE "SuspensionConsidered" ADD CONSTRAINT "SuspensionConsidered_missId_fkey" FOREIGN KEY ("missId") REFERENCES "ClockMiss"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SuspensionConsidered" ADD CONSTRAINT considered_reason CHECK (char_length(reason) BETWEEN 20 AND 2000);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SuspensionConsidered" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "SuspensionConsidered" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
