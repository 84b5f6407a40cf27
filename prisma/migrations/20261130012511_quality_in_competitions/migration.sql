-- AlterTable
ALTER TABLE "Competition" ADD COLUMN     "quality" JSONB;

-- ABS-3: what quality is worth is an object of floor and values; competition_locks() compares the whole row, so it is locked with the rest.
ALTER TABLE "Competition" ADD CONSTRAINT competition_quality CHECK (
  quality IS NULL OR (jsonb_typeof(quality) = 'object' AND jsonb_typeof(quality -> 'values') = 'array'));
