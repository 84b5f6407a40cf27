-- AlterTable
ALTER TABLE "ListingComment" ADD COLUMN     "answersId" UUID;
