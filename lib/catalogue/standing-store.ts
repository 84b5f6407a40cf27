import 'server-only'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'

export type Standing = {
  moduleVersionId: string
  kind: string
  words: string
  because: string | null
  metCapabilityIds: string[]
  failedCapabilityIds: string[]
  asOf: Day
  until: Day | null
}

/** Writes the cache of one derived standing. */
export async function keepStanding(tx: Tx, { moduleVersionId, asOf, until, ...standing }: Standing): Promise<void> {
  const data = { ...standing, asOf: dateFromDay(asOf), until: until && dateFromDay(until) }
  await tx.moduleStanding.upsert({
    where: { moduleVersionId },
    create: { moduleVersionId, ...data },
    update: data,
    select: { moduleVersionId: true },
  })
}

/** Which of these module versions have no standing, or one that is past its last day. */
export async function findStaleStandings(tx: Tx, moduleVersionIds: string[], today: Day): Promise<Set<string>> {
  const fresh = await tx.moduleStanding.findMany({
    where: {
      moduleVersionId: { in: moduleVersionIds },
      OR: [{ until: null }, { until: { gte: dateFromDay(today) } }],
    },
    select: { moduleVersionId: true },
  })
  const known = new Set(fresh.map((s) => s.moduleVersionId))
  return new Set(moduleVersionIds.filter((id) => !known.has(id)))
}

/** The kept label of every module version whose listing is in the catalogue. */
export const findListedStandings = (tx: Tx) =>
  tx.$queryRaw<{ moduleVersionId: string; kind: string; words: string }[]>`
    select s."moduleVersionId", s.kind, s.words from "ModuleStanding" s
    join "ListingVersion" l on l."moduleVersionId" = s."moduleVersionId"
    join "Module" m on m."currentListingId" = l.id
    order by s."moduleVersionId"`
