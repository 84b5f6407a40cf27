-- AlterTable
ALTER TABLE "CallOff" ADD COLUMN     "refusedReason" TEXT;
