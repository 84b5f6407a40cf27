-- AlterTable
ALTER TABLE "NoticeObligation" ADD COLUMN     "periodEnd" DATE,
ALTER COLUMN "callOffId" DROP NOT NULL,
ALTER COLUMN "termsHash" DROP NOT NULL;

-- A notice speaks of terms or of a period, never of both; of a period once for each payer and order.
ALTER TABLE "NoticeObligation" ADD CONSTRAINT "NoticeObligation_terms_or_period" CHECK (("termsHash" IS NULL) <> ("periodEnd" IS NULL));
CREATE UNIQUE INDEX "NoticeObligation_one_period" ON "NoticeObligation" ("payerId", "kind", (coalesce("callOffId", "payerId")), "periodEnd") WHERE "periodEnd" IS NOT NULL;
ALTER TABLE "NoticeObligation" DROP CONSTRAINT "notice_kind";
ALTER TABLE "NoticeObligation" ADD CONSTRAINT "notice_kind" CHECK ("kind" IN ('UK6', 'UK7', 'UK8', 'UK11', 'UK17'));
