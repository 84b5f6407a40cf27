-- CreateTable
CREATE TABLE "FrameworkRoute" (
    "frameworkId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "capPounds" INTEGER,
    "allowsFoundation" BOOLEAN NOT NULL,
    "leastPriceWeight" INTEGER,
    "greatestPriceWeight" INTEGER,
    "absent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FrameworkRoute_pkey" PRIMARY KEY ("frameworkId","kind")
);

-- AddForeignKey
ALTER TABLE "FrameworkRoute" ADD CONSTRAINT "FrameworkRoute_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "FrameworkRoute" ADD CONSTRAINT framework_route_kind CHECK (kind IN ('direct-award', 'competition', 'off-catalogue'));
ALTER TABLE "FrameworkRoute" ADD CONSTRAINT framework_route_weights CHECK (
  ("leastPriceWeight" IS NULL) = ("greatestPriceWeight" IS NULL) AND "leastPriceWeight" <= "greatestPriceWeight" AND "greatestPriceWeight" <= 100 AND "leastPriceWeight" >= 0
);
