-- AlterTable
ALTER TABLE "Contract" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'module';

-- A service is not the module: who is merged keeps the contract for the module, so the two must not exclude each other (C1).
ALTER TABLE "Contract" ADD CONSTRAINT contract_kind CHECK (kind IN ('module', 'other', 'merger', 'split'));
ALTER TABLE "Contract" ADD CONSTRAINT contract_service_names_no_module CHECK (kind = 'module' OR ("moduleId" IS NULL AND "moduleVersionId" IS NULL));
