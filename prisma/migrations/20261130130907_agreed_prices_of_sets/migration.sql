-- AlterTable
ALTER TABLE "DecisionWinner" ADD COLUMN     "agreedPrices" JSONB,
ADD COLUMN     "agreedTermPence" BIGINT,
ADD COLUMN     "agreedYearlyPence" BIGINT;

-- What was agreed is whole or absent.
ALTER TABLE "DecisionWinner" ADD CONSTRAINT winner_agreed_whole CHECK (
  ("agreedPrices" IS NULL) = ("agreedTermPence" IS NULL) AND ("agreedPrices" IS NULL) = ("agreedYearlyPence" IS NULL));
