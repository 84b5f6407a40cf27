import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Listing } from './listing'
import type { ModuleView } from './module-view'
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
      prices: pricesInTime(publishedText(current), own.map(publishedText), today),
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

const publishedText = (row: { content: unknown; publishedOn: Date }) => ({
  content: row.content as Listing,
  publishedOn: dayFromDate(row.publishedOn),
})

export type StoredListing = {
  id: string
  moduleId: string
  moduleVersionId: string
  content: Listing
  sha256: string
  supplierId: string
  supplierName: string
}

/** A frozen listing by its own id, whether or not it is still the current one. */
export async function findListings(tx: Tx, ids: string[]): Promise<StoredListing[]> {
  const rows = await tx.listingVersion.findMany({
    where: { id: { in: ids } },
    select: {
      ...listingColumns,
      moduleVersion: {
        select: { module: { select: { supplier: { select: { organisationId: true, brand: true } } } } },
      },
    },
  })
  return rows.map(({ moduleVersion, content, ...row }) => ({
    ...row,
    content: content as unknown as Listing,
    supplierId: moduleVersion.module.supplier.organisationId,
    supplierName: moduleVersion.module.supplier.brand,
  }))
}

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

/** Module versions that stand in the catalogue today, with the name and supplier they are listed under. */
export async function findListedVersions(tx: Tx) {
  const modules = await tx.module.findMany({
    where: { currentListingId: { not: null }, supplier: { status: 'active' } },
    select: { currentListingId: true },
  })
  const listings = await tx.listingVersion.findMany({
    where: { id: { in: modules.map((m) => m.currentListingId!) } },
    select: { id: true, moduleVersionId: true },
  })
  const versions = await tx.moduleVersion.findMany({
    where: { id: { in: listings.map((l) => l.moduleVersionId) } },
    select: versionColumns,
  })
  return versions.map(versionOf).sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}

const versionColumns = {
  id: true,
  moduleId: true,
  version: true,
  changeImpact: true,
  withdrawnOn: true,
  module: { select: { supplierId: true, supplier: { select: { brand: true } } } },
  listings: { select: { name: true }, orderBy: { publishedAt: 'desc' }, take: 1 },
} as const

/** One module version by module and version number, listed now or once. */
export async function findVersion(tx: Tx, moduleId: string, version: string) {
  const row = await tx.moduleVersion.findUnique({
    where: { moduleId_version: { moduleId, version } },
    select: versionColumns,
  })
  return row ? versionOf(row) : undefined
}

/** One module version by its id. */
export async function findVersionById(tx: Tx, id: string) {
  const row = await tx.moduleVersion.findUnique({ where: { id }, select: versionColumns })
  return row ? versionOf(row) : undefined
}

type VersionRow = {
  id: string
  moduleId: string
  version: string
  changeImpact: string
  withdrawnOn: Date | null
  module: { supplierId: string; supplier: { brand: string } }
  listings: { name: string }[]
}

const versionOf = (row: VersionRow) => ({
  id: row.id,
  moduleId: row.moduleId,
  version: row.version,
  changeImpact: row.changeImpact as 'MAJOR' | 'MINOR' | 'PATCH',
  withdrawnOn: row.withdrawnOn && dayFromDate(row.withdrawnOn),
  supplierId: row.module.supplierId,
  supplierBrand: row.module.supplier.brand,
  name: row.listings[0]?.name ?? null,
})

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

/** The listing in force of each module; null where nothing is published. */
export async function findCurrentListingIds(tx: Tx, moduleIds: string[]): Promise<Map<string, string | null>> {
  const rows = await tx.module.findMany({
    where: { id: { in: moduleIds } },
    select: { id: true, currentListingId: true },
  })
  return new Map(rows.map((row) => [row.id, row.currentListingId]))
}
