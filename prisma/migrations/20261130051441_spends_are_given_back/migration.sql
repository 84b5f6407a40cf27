-- AlterTable
ALTER TABLE "CommitmentSpend" ADD COLUMN     "returnsId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "CommitmentSpend_returnsId_key" ON "CommitmentSpend"("returnsId");

-- AddForeignKey
ALTER TABLE "CommitmentSpend" ADD CONSTRAINT "CommitmentSpend_returnsId_fkey" FOREIGN KEY ("returnsId") REFERENCES "CommitmentSpend"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "CommitmentSpend" DROP CONSTRAINT commitment_spend_positive;
ALTER TABLE "CommitmentSpend" ADD CONSTRAINT commitment_spend_sign CHECK (pence <> 0 AND (pence < 0) = ("returnsId" IS NOT NULL));
