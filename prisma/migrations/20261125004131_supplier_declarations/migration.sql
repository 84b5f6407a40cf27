-- CreateTable
CREATE TABLE "SupplierDeclaration" (
    "id" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "questionSet" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "declaredOn" DATE NOT NULL,
    "validUntil" DATE NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "declaredById" TEXT NOT NULL,
    "decidedOn" DATE,
    "decidedById" TEXT,
    "reason" TEXT,

    CONSTRAINT "SupplierDeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SupplierDeclaration_supplierId_declaredAt_idx" ON "SupplierDeclaration"("supplierId", "declaredAt");

-- CreateIndex
CREATE INDEX "SupplierDeclaration_state_validUntil_idx" ON "SupplierDeclaration"("state", "validUntil");

-- AddForeignKey
ALTER TABLE "SupplierDeclaration" ADD CONSTRAINT "SupplierDeclaration_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Supplier"("organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SupplierDeclaration" ADD CONSTRAINT supplier_declaration_state CHECK (state IN ('passed', 'in-review', 'failed'));
ALTER TABLE "SupplierDeclaration" ADD CONSTRAINT supplier_declaration_days CHECK ("validUntil" > "declaredOn");
-- SUP-3: at most one waits for the authority; what was declared never changes, only the answer to it is added.
CREATE UNIQUE INDEX supplier_declaration_waiting ON "SupplierDeclaration" ("supplierId") WHERE state = 'in-review';
CREATE FUNCTION refuse_new_declaration_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."supplierId", OLD."questionSet", OLD.answers, OLD.sha256, OLD."declaredOn", OLD."validUntil", OLD."declaredById")
    IS DISTINCT FROM (NEW."supplierId", NEW."questionSet", NEW.answers, NEW.sha256, NEW."declaredOn", NEW."validUntil", NEW."declaredById")
    OR OLD.state <> 'in-review'
  THEN RAISE EXCEPTION 'A declaration keeps its text and its outcome';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER declaration_text BEFORE UPDATE ON "SupplierDeclaration" FOR EACH ROW EXECUTE FUNCTION refuse_new_declaration_text();
CREATE TRIGGER declaration_stays BEFORE DELETE ON "SupplierDeclaration" FOR EACH ROW EXECUTE FUNCTION refuse_change();
