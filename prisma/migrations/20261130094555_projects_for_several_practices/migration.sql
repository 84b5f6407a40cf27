-- CreateTable
CREATE TABLE "ProjectPractice" (
    "projectId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "listSize" INTEGER NOT NULL,
    "listSizeAsOf" DATE NOT NULL,

    CONSTRAINT "ProjectPractice_pkey" PRIMARY KEY ("projectId","practiceId")
);

-- CreateIndex
CREATE INDEX "ProjectPractice_practiceId_idx" ON "ProjectPractice"("practiceId");

-- AddForeignKey
ALTER TABLE "ProjectPractice" ADD CONSTRAINT "ProjectPractice_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ProjectPractice" ADD CONSTRAINT project_practice_list_size CHECK ("listSize" >= 0);
-- For whom a project buys is settled with its freeze (A3, A9).
CREATE FUNCTION practices_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Project" p WHERE p.id = coalesce(NEW."projectId", OLD."projectId") AND p."frozenAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the practices of a frozen project do not change: it is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER practices_are_frozen BEFORE INSERT OR UPDATE OR DELETE ON "ProjectPractice"
  FOR EACH ROW EXECUTE FUNCTION practices_are_frozen();
