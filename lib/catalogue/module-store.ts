import 'server-only'
import { type Day, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Listing } from './listing'
import type { ModuleView, SupplierView } from './module-view'
import { pricesInTime } from './price-time-rules'

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
  statusReason: true,
} as const

/** Published modules of active suppliers by id, in no order; four statements however many are asked for. */
export async function findModules(tx: Tx, ids: string[], today: Day): Promise<ModuleView[]> {
  const found = await findModulesEver(tx, ids, today)
  return found.filter(({ life }) => life === 'listed').map(({ module }) => module)
}

export type ModuleEver = {
  module: ModuleView
  /** Why its supplier was suspended or reinstated last, in the authority's words. */
  statusReason: string | null
  lastOrderDay: Day | null
  life: 'listed' | 'withdrawn' | 'supplier-suspended'
}

/** The same of every module that was ever published, with its newest text where none is in force. */
export async function findModulesEver(tx: Tx, ids: string[], today: Day): Promise<ModuleEver[]> {
  const modules = await tx.module.findMany({
    where: { id: { in: ids } },
    select: { id: true, currentListingId: true, demo: true, supplier: { select: supplierColumns } },
  })
  const listings = await tx.listingVersion.findMany({
    where: { moduleId: { in: modules.map((m) => m.id) } },
    select: { ...listingColumns, moduleVersion: { select: { version: true } } },
    orderBy: { publishedAt: 'desc' },
  })
  const leaving = await findLeaving(tx, ids)
  const standings = await tx.moduleStanding.findMany({
    where: { moduleVersionId: { in: listings.map((l) => l.moduleVersionId) } },
  })
  return modules.flatMap(({ supplier: { organisationId, status, statusReason, ...supplier }, ...module }) => {
    const own = listings.filter((l) => l.moduleId === module.id)
    const current = module.currentListingId === null ? own[0] : own.find((l) => l.id === module.currentListingId)
    if (!current) return []
    const cached = standings.find((s) => s.moduleVersionId === current.moduleVersionId)
    const view: ModuleView = {
      id: module.id,
      moduleVersionId: current.moduleVersionId,
      listingVersionId: current.id,
      sha256: current.sha256,
      publishedOn: dayFromDate(current.publishedOn),
      demo: module.demo,
      supplier: { id: organisationId, ...supplier },
      listing: current.content as unknown as Listing,
      prices: pricesInTime(publishedText(current), own.map(publishedText), today),
      ...standingOf(cached, today),
      versions: own.map((l) => ({
        listingVersionId: l.id,
        version: l.moduleVersion.version,
        publishedOn: dayFromDate(l.publishedOn),
      })),
    }
    const lastOrderDay = leaving.get(module.id) ?? null
    const isGone = module.currentListingId === null || (lastOrderDay !== null && lastOrderDay < today)
    const listed = isGone ? 'withdrawn' : 'listed'
    return [{ module: view, statusReason, lastOrderDay, life: status === 'active' ? listed : 'supplier-suspended' }]
  })
}

/** The last day for orders of modules that are being withdrawn; after it they are, whether or not the clock has struck (LST-5). */
async function findLeaving(tx: Tx, ids: string[]): Promise<Map<string, Day>> {
  const rows = await tx.listingDraft.findMany({
    where: { moduleId: { in: ids }, state: 'withdrawing', lastOrderDay: { not: null } },
    select: { moduleId: true, lastOrderDay: true },
  })
  return new Map(rows.map((row) => [row.moduleId, dayFromDate(row.lastOrderDay!)]))
}

const publishedText = (row: { content: unknown; publishedOn: Date }) => ({
  content: row.content as Listing,
  publishedOn: dayFromDate(row.publishedOn),
})

type CachedStanding = {
  kind: string
  words: string
  because: string | null
  metCapabilityIds: string[]
  failedCapabilityIds: string[]
  asOf: Date
  until: Date | null
}

/** What the cache says today: past its last day nothing but what had failed. */
function standingOf(cached: CachedStanding | undefined, today: Day) {
  const fresh = cached && (cached.until === null || dayFromDate(cached.until) >= today) ? cached : undefined
  return {
    standing: fresh
      ? { kind: fresh.kind, words: fresh.words, because: fresh.because, asOf: dayFromDate(fresh.asOf) }
      : { kind: 'not-assessed', words: 'Not assessed', because: null, asOf: null },
    metCapabilityIds: fresh?.metCapabilityIds ?? [],
    failedCapabilityIds: cached?.failedCapabilityIds ?? [],
  }
}

/** The supplier of a module, listed or not, as its page shows it. */
export async function findSupplierOf(tx: Tx, moduleId: string): Promise<SupplierView | undefined> {
  const row = await tx.module.findUnique({ where: { id: moduleId }, select: { supplier: { select: supplierColumns } } })
  if (!row) return undefined
  const { organisationId, status: _, statusReason: __, ...supplier } = row.supplier
  return { id: organisationId, ...supplier }
}

/** The listing in force of each module; null where nothing is published. */
export async function findCurrentListingIds(tx: Tx, moduleIds: string[]): Promise<Map<string, string | null>> {
  const rows = await tx.module.findMany({
    where: { id: { in: moduleIds } },
    select: { id: true, currentListingId: true },
  })
  return new Map(rows.map((row) => [row.id, row.currentListingId]))
}
