-- CreateTable
CREATE TABLE "LedgerTransaction" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "bodySha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "aboutType" TEXT NOT NULL,
    "aboutId" UUID NOT NULL,
    "reversesId" UUID,
    "entryCount" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "transactionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "organisationId" UUID,
    "pence" BIGINT NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("transactionId","position")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" UUID NOT NULL,
    "payerId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "practiceIds" UUID[],
    "contractId" UUID NOT NULL,
    "callOffId" UUID NOT NULL,
    "contractNumber" TEXT NOT NULL,
    "moduleName" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "correction" INTEGER NOT NULL DEFAULT 0,
    "correctsId" UUID,
    "fundingRequestId" UUID,
    "state" TEXT NOT NULL,
    "submission" INTEGER NOT NULL DEFAULT 0,
    "netPence" BIGINT NOT NULL,
    "vatPence" BIGINT NOT NULL,
    "grossPence" BIGINT NOT NULL,
    "settings" TEXT[],
    "drawnUpAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedById" UUID,
    "receivedOn" DATE,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "releasedById" UUID,
    "releasedAt" TIMESTAMPTZ(3),
    "rail" TEXT,
    "number" INTEGER,
    "issuedOn" DATE,
    "dueOn" DATE,
    "paidPence" BIGINT NOT NULL DEFAULT 0,
    "paidOn" DATE,
    "endedBecause" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceLine" (
    "invoiceId" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "siteId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "price" BIGINT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "outOf" INTEGER NOT NULL,
    "netPence" BIGINT NOT NULL,
    "vatPercent" INTEGER NOT NULL,

    CONSTRAINT "InvoiceLine_pkey" PRIMARY KEY ("invoiceId","submission","position")
);

-- CreateTable
CREATE TABLE "InvoiceException" (
    "invoiceId" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "lineKey" TEXT,
    "words" TEXT NOT NULL,

    CONSTRAINT "InvoiceException_pkey" PRIMARY KEY ("invoiceId","submission","position")
);

-- CreateTable
CREATE TABLE "InvoiceSeries" (
    "supplierId" UUID NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "InvoiceSeries_pkey" PRIMARY KEY ("supplierId")
);

-- CreateTable
CREATE TABLE "MoneyReceipt" (
    "id" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "pence" BIGINT NOT NULL,
    "appliedPence" BIGINT NOT NULL,
    "suspensePence" BIGINT NOT NULL,
    "reversedKey" TEXT,
    "reversedOn" DATE,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MoneyReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupplierShare" (
    "id" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "sharePence" BIGINT NOT NULL,
    "feePence" BIGINT NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SupplierShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payout" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "supplierId" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "pence" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "paidOn" DATE,
    "failedWhy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "beganAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayoutAccount" (
    "id" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "accountName" TEXT NOT NULL,
    "maskedNumber" TEXT NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PayoutAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VatRegistration" (
    "id" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "number" TEXT,
    "validFrom" DATE NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VatRegistration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BacsPayment" (
    "id" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "pence" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BacsPayment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_key_key" ON "LedgerTransaction"("key");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_reversesId_key" ON "LedgerTransaction"("reversesId");

-- CreateIndex
CREATE INDEX "LedgerTransaction_aboutType_aboutId_idx" ON "LedgerTransaction"("aboutType", "aboutId");

-- CreateIndex
CREATE INDEX "LedgerTransaction_postedAt_idx" ON "LedgerTransaction"("postedAt");

-- CreateIndex
CREATE INDEX "LedgerEntry_account_organisationId_idx" ON "LedgerEntry"("account", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_correctsId_key" ON "Invoice"("correctsId");

-- CreateIndex
CREATE INDEX "Invoice_payerId_state_idx" ON "Invoice"("payerId", "state");

-- CreateIndex
CREATE INDEX "Invoice_supplierId_state_idx" ON "Invoice"("supplierId", "state");

-- CreateIndex
CREATE INDEX "Invoice_contractId_idx" ON "Invoice"("contractId");

-- CreateIndex
CREATE INDEX "Invoice_practiceIds_idx" ON "Invoice" USING GIN ("practiceIds");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_payerId_supplierId_callOffId_month_correction_key" ON "Invoice"("payerId", "supplierId", "callOffId", "month", "correction");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_supplierId_number_key" ON "Invoice"("supplierId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "MoneyReceipt_key_key" ON "MoneyReceipt"("key");

-- CreateIndex
CREATE UNIQUE INDEX "MoneyReceipt_reversedKey_key" ON "MoneyReceipt"("reversedKey");

-- CreateIndex
CREATE INDEX "MoneyReceipt_invoiceId_idx" ON "MoneyReceipt"("invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplierShare_key_key" ON "SupplierShare"("key");

-- CreateIndex
CREATE INDEX "SupplierShare_invoiceId_idx" ON "SupplierShare"("invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "Payout_key_key" ON "Payout"("key");

-- CreateIndex
CREATE INDEX "Payout_supplierId_state_idx" ON "Payout"("supplierId", "state");

-- CreateIndex
CREATE INDEX "PayoutAccount_supplierId_changedAt_idx" ON "PayoutAccount"("supplierId", "changedAt");

-- CreateIndex
CREATE INDEX "VatRegistration_supplierId_validFrom_idx" ON "VatRegistration"("supplierId", "validFrom");

-- CreateIndex
CREATE INDEX "BacsPayment_state_idx" ON "BacsPayment"("state");

-- CreateIndex
CREATE UNIQUE INDEX "BacsPayment_invoiceId_reference_on_key" ON "BacsPayment"("invoiceId", "reference", "on");

-- AddForeignKey
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT "LedgerTransaction_reversesId_fkey" FOREIGN KEY ("reversesId") REFERENCES "LedgerTransaction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_transactionId_fkey" FOREIGN KEY ("transactionId") REFERENCES "LedgerTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Invoice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "InvoiceLine_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceException" ADD CONSTRAINT "InvoiceException_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MoneyReceipt" ADD CONSTRAINT "MoneyReceipt_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierShare" ADD CONSTRAINT "SupplierShare_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BacsPayment" ADD CONSTRAINT "BacsPayment_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The ledger only grows, and every posting balances at the end of its transaction (M5).
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LedgerTransaction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LedgerTransaction" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT ledger_transaction_entries CHECK ("entryCount" >= 2);
ALTER TABLE "LedgerEntry" ADD CONSTRAINT ledger_entry_pence CHECK (pence <> 0);
ALTER TABLE "LedgerEntry" ADD CONSTRAINT ledger_entry_account CHECK (
  (account IN ('receivable', 'payable', 'cashHeld', 'inTransit') AND "organisationId" IS NOT NULL)
  OR (account IN ('cash', 'suspense', 'platformFee') AND "organisationId" IS NULL));
CREATE FUNCTION posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE posting uuid; told int; entries int; total numeric;
BEGIN
  IF TG_TABLE_NAME = 'LedgerEntry' THEN posting := NEW."transactionId"; ELSE posting := NEW.id; END IF;
  SELECT "entryCount" INTO told FROM "LedgerTransaction" WHERE id = posting;
  SELECT count(*), coalesce(sum(pence), 0) INTO entries, total FROM "LedgerEntry" WHERE "transactionId" = posting;
  IF total <> 0 OR entries <> told THEN
    RAISE EXCEPTION 'posting_balances: % entries of %, sum %', entries, told, total USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION posting_balances();
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON "LedgerTransaction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION posting_balances();

ALTER TABLE "Invoice" ADD CONSTRAINT invoice_state CHECK (state IN
  ('statement', 'exception', 'matched', 'approved', 'issued', 'part-funded', 'paid', 'void', 'credited', 'reversed'));
ALTER TABLE "Invoice" ADD CONSTRAINT invoice_sums CHECK (
  "grossPence" = "netPence" + "vatPence" AND "paidPence" >= 0 AND "paidPence" <= "grossPence");
ALTER TABLE "Invoice" ADD CONSTRAINT invoice_month CHECK (extract(day FROM month) = 1);
ALTER TABLE "Invoice" ADD CONSTRAINT invoice_correction CHECK ((correction = 0) = ("correctsId" IS NULL) AND correction >= 0);
-- CONFIRM and RELEASE are never one person's, whatever the code believes (B6).
ALTER TABLE "Invoice" ADD CONSTRAINT invoice_duties CHECK ("releasedById" IS NULL OR "releasedById" <> "approvedById");
ALTER TABLE "Invoice" ADD CONSTRAINT invoice_issued CHECK (
  state NOT IN ('issued', 'part-funded', 'paid', 'void', 'credited', 'reversed')
  OR ("releasedById" IS NOT NULL AND "approvedById" IS NOT NULL AND number IS NOT NULL AND "dueOn" IS NOT NULL AND rail IN ('BACS', 'STRIPE')));
-- One living invoice for a month of a contract (V3).
CREATE UNIQUE INDEX "Invoice_one_live" ON "Invoice" ("payerId", "supplierId", "callOffId", month)
  WHERE state NOT IN ('void', 'credited', 'reversed');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "InvoiceLine" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "InvoiceLine" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "InvoiceException" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "InvoiceException" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "InvoiceLine" ADD CONSTRAINT invoice_line_kind CHECK (kind IN ('fixed', 'once', 'usage') AND "outOf" >= 1);
CREATE UNIQUE INDEX "InvoiceLine_one_key" ON "InvoiceLine" ("invoiceId", submission, key, month);

ALTER TABLE "MoneyReceipt" ADD CONSTRAINT money_receipt_sums CHECK (
  pence > 0 AND "appliedPence" >= 0 AND "suspensePence" >= 0 AND "appliedPence" + "suspensePence" = pence
  AND ("reversedKey" IS NULL) = ("reversedOn" IS NULL) AND rail IN ('BACS', 'STRIPE'));
ALTER TABLE "SupplierShare" ADD CONSTRAINT supplier_share_sums CHECK (
  "sharePence" > 0 AND "feePence" >= 0 AND rail IN ('BACS', 'STRIPE'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SupplierShare" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "SupplierShare" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Payout" ADD CONSTRAINT payout_state CHECK (
  state IN ('pending', 'in-transit', 'paid', 'failed') AND pence > 0 AND rail IN ('BACS', 'STRIPE'));
-- V4: who changed an account does not confirm it.
ALTER TABLE "PayoutAccount" ADD CONSTRAINT payout_account_second CHECK (
  rail IN ('BACS', 'STRIPE') AND ("confirmedById" IS NULL) = ("confirmedAt" IS NULL)
  AND ("confirmedById" IS NULL OR "confirmedById" <> "changedById"));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "VatRegistration" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "VatRegistration" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "BacsPayment" ADD CONSTRAINT bacs_payment_answer CHECK (
  state IN ('recorded', 'confirmed', 'denied') AND pence > 0 AND ("answeredById" IS NULL) = (state = 'recorded')
  AND ("answeredById" IS NULL OR "answeredById" <> "recordedById"));
