-- AlterTable
ALTER TABLE "HoldOver" ADD COLUMN     "fundingRequestId" UUID;

-- CreateTable
CREATE TABLE "HoldOverAsk" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "costPence" BIGINT NOT NULL,
    "termsHash" TEXT NOT NULL,
    "fundingRequestId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HoldOverAsk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HoldOverAsk_fundingRequestId_key" ON "HoldOverAsk"("fundingRequestId");

-- CreateIndex
CREATE INDEX "HoldOverAsk_contractId_idx" ON "HoldOverAsk"("contractId");

-- AddForeignKey
ALTER TABLE "HoldOverAsk" ADD CONSTRAINT "HoldOverAsk_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "HoldOverAsk" ADD CONSTRAINT hold_over_ask_cost CHECK ("costPence" > 0);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "HoldOverAsk" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "HoldOverAsk" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- B5, B3: the slices of a living request sum to its value, at the end of every transaction; of one that was used the remainder may be released, never more than the whole kept.
CREATE OR REPLACE FUNCTION slices_sum_to_the_value() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole bigint; sliced bigint; alive text; used timestamptz;
BEGIN
  SELECT "wholeLifePence", state, "usedAt" INTO whole, alive, used FROM "FundingRequest" WHERE id = NEW."fundingRequestId";
  SELECT coalesce(sum(pence - "rolledPence"), 0) INTO sliced FROM "Commitment"
    WHERE "fundingRequestId" = NEW."fundingRequestId" AND state <> 'released';
  IF alive IN ('submitted', 'recommended', 'returned', 'approved') AND sliced <> whole AND (used IS NULL OR sliced > whole) THEN
    RAISE EXCEPTION 'slices_sum_to_the_value: % of %', sliced, whole USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
