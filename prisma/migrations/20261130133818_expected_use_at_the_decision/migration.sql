-- AlterTable
ALTER TABLE "DecisionWinner" ADD COLUMN     "expectedMonthly" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
