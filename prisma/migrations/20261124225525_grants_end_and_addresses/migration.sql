-- DropIndex
DROP INDEX "Grant_personId_organisationId_role_validFrom_key";

-- AlterTable
ALTER TABLE "Grant" ADD COLUMN     "endReason" TEXT,
ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "endedById" UUID;

-- CreateIndex
CREATE INDEX "CallOff_fundingRequestId_idx" ON "CallOff"("fundingRequestId");

-- CreateIndex
CREATE INDEX "FundingRequest_requesterOrgId_idx" ON "FundingRequest"("requesterOrgId");

-- CreateIndex
CREATE INDEX "Grant_personId_idx" ON "Grant"("personId");

-- CreateIndex
CREATE INDEX "Grant_organisationId_role_idx" ON "Grant"("organisationId", "role");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- One grant of a role in an organisation from a day, unless it was taken away: then it may be given again the same day.
CREATE UNIQUE INDEX grant_once ON "Grant" ("personId", "organisationId", role, "validFrom") WHERE "endedAt" IS NULL;
ALTER TABLE "Grant" ADD CONSTRAINT grant_end_has_reason CHECK (("endedAt" IS NULL) = ("endReason" IS NULL));

-- One address, one person: addresses are kept in lower case, so that equality finds them through the index.
UPDATE "Person" SET email = lower(email) WHERE email <> lower(email);
UPDATE "Invitation" SET email = lower(email) WHERE email <> lower(email);
ALTER TABLE "Person" ADD CONSTRAINT person_email_lower CHECK (email = lower(email));
ALTER TABLE "Invitation" ADD CONSTRAINT invitation_email_lower CHECK (email = lower(email));
