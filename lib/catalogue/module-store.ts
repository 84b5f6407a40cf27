import 'server-only'
import { type Day, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Listing } from './listing'
import type { ModuleView } from './module-view'

const listingColumns = {
  id: true,
  moduleId: true,
  moduleVersionId: true,
  content: true,
  sha256: true,
  publishedOn: true,
} as const
const supplierColumns = {
  organisationId: true,
  slug: true,
  brand: true,
  legalName: true,
  companyNumber: true,
  about: true,
  site: true,
  contactRole: true,
  contactEmail: true,
  status: true,
} as const

/** Published modules of active suppliers by id, in no order; three statements however many are asked for. */
export async function findModules(tx: Tx, ids: string[], today: Day): Promise<ModuleView[]> {
  const modules = await tx.module.findMany({
    where: { id: { in: ids }, currentListingId: { not: null }, supplier: { status: 'active' } },
    select: { id: true, currentListingId: true, demo: true, supplier: { select: supplierColumns } },
  })
  const listings = await tx.listingVersion.findMany({
    where: { moduleId: { in: modules.map((m) => m.id) } },
    select: { ...listingColumns, moduleVersion: { select: { version: true } } },
    orderBy: { publishedAt: 'desc' },
  })
  const standings = await tx.moduleStanding.findMany({
    where: { moduleVersionId: { in: listings.map((l) => l.moduleVersionId) } },
  })
  return modules.flatMap(({ supplier: { organisationId, status: _, ...supplier }, ...module }) => {
    const own = listings.filter((l) => l.moduleId === module.id)
    const current = own.find((l) => l.id === module.currentListingId)
    if (!current) return []
    const cached = standings.find((s) => s.moduleVersionId === current.moduleVersionId)
    const standing = cached && (cached.until === null || dayFromDate(cached.until) >= today) ? cached : undefined
    return {
      id: module.id,
      moduleVersionId: current.moduleVersionId,
      listingVersionId: current.id,
      sha256: current.sha256,
      publishedOn: dayFromDate(current.publishedOn),
      demo: module.demo,
      supplier: { id: organisationId, ...supplier },
      listing: current.content as unknown as Listing,
      standing: standing
        ? {
            kind: standing.kind,
            words: standing.words,
            because: standing.because,
            asOf: dayFromDate(standing.asOf),
          }
        : { kind: 'not-assessed', words: 'Not assessed', because: null, asOf: null },
      metCapabilityIds: standing?.metCapabilityIds ?? [],
      failedCapabilityIds: cached?.failedCapabilityIds ?? [],
      versions: own.map((l) => ({
        listingVersionId: l.id,
        version: l.moduleVersion.version,
        publishedOn: dayFromDate(l.publishedOn),
      })),
    }
  })
}

/** The listing in force of each module; null where nothing is published. */
export async function findCurrentListingIds(tx: Tx, moduleIds: string[]): Promise<Map<string, string | null>> {
  const rows = await tx.module.findMany({
    where: { id: { in: moduleIds } },
    select: { id: true, currentListingId: true },
  })
  return new Map(rows.map((row) => [row.id, row.currentListingId]))
}
