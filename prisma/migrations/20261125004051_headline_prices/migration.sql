-- AlterTable
ALTER TABLE "Framework" ADD COLUMN     "priceNoticeDays" INTEGER NOT NULL DEFAULT 90;
ALTER TABLE "Framework" ADD CONSTRAINT framework_notice CHECK ("priceNoticeDays" BETWEEN 0 AND 730);

-- CreateTable
CREATE TABLE "HeadlinePrice" (
    "listingVersionId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "timesAYear" INTEGER NOT NULL,
    "tierFrom" BIGINT[],
    "tierUnit" BIGINT[],

    CONSTRAINT "HeadlinePrice_pkey" PRIMARY KEY ("listingVersionId","validFrom")
);

-- AddForeignKey
ALTER TABLE "HeadlinePrice" ADD CONSTRAINT "HeadlinePrice_listingVersionId_fkey" FOREIGN KEY ("listingVersionId") REFERENCES "ListingVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "HeadlinePrice" ADD CONSTRAINT headline_tiers CHECK (cardinality("tierFrom") = cardinality("tierUnit") AND cardinality("tierFrom") > 0);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "HeadlinePrice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "HeadlinePrice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is published already: on each day on which some price begins, the first periodic one of those that hold (the rule is
-- headlinesInTime in price-day-rules.ts).
WITH price AS (
    SELECT l.id, t.p, t.ord, t.p->>'validFrom' AS day,
        min(t.ord) OVER (PARTITION BY l.id, t.p->>'basis', t.p->>'per', t.p->>'unit', t.p->>'period' = 'none') AS place
    FROM "ListingVersion" l, jsonb_array_elements(l.content->'prices') WITH ORDINALITY AS t(p, ord)
), headline AS (
    SELECT DISTINCT ON (d.id, d.day) d.id, price.p
    FROM (SELECT DISTINCT id, day FROM price) d
    JOIN price ON price.id = d.id AND price.day <= d.day AND price.p->>'period' <> 'none'
    ORDER BY d.id, d.day, price.place, price.day DESC, price.ord
)
INSERT INTO "HeadlinePrice"
SELECT id, (p->>'validFrom')::date, p->>'basis', p->>'mode', CASE p->>'period' WHEN 'month' THEN 12 ELSE 1 END,
    ARRAY(SELECT (tier->>'from')::bigint FROM jsonb_array_elements(p->'tiers') WITH ORDINALITY AS x(tier, i) ORDER BY i),
    ARRAY(SELECT (tier->>'unitPrice')::bigint FROM jsonb_array_elements(p->'tiers') WITH ORDINALITY AS x(tier, i) ORDER BY i)
FROM headline
ON CONFLICT DO NOTHING;

-- AlterTable
ALTER TABLE "ListingVersion" DROP COLUMN "priceBasis",
DROP COLUMN "priceFrom",
DROP COLUMN "priceMode",
DROP COLUMN "priceTimesAYear",
DROP COLUMN "priceUnit";
