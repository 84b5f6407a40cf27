-- A module's page shows what other modules say of it (P15): who names it, without reading every text.
CREATE INDEX "ListingVersion_conflicts_idx" ON "ListingVersion" USING gin ((content -> 'conflicts') jsonb_path_ops);
CREATE INDEX "ListingVersion_worksWith_idx" ON "ListingVersion" USING gin ((content -> 'worksWith') jsonb_path_ops);
