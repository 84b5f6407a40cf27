import 'server-only'
import { type Day, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ModuleView, SupplierView } from './module-view'
import { pricesInTime } from './price-time-rules'
import type { PriceJson } from './prices/price'

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

/** Published modules of active suppliers by id, in no order; one statement however many are asked for. */
export async function findModules(tx: Tx, ids: string[], today: Day): Promise<ModuleView[]> {
  const found = await findModulesEver(tx, ids, today)
  return found.filter(({ life }) => life === 'listed').map(({ module }) => module)
}

export type ModuleEver = {
  module: ModuleView
  /** Why its supplier was suspended or reinstated last, in the authority's words. */
  statusReason: string | null
  /** Of a module that is being withdrawn; after it it is, whether or not the clock has struck (LST-5). */
  lastOrderDay: Day | null
  life: 'listed' | 'withdrawn' | 'supplier-suspended'
}
type Version = ModuleView['versions'][number] & { prices: PriceJson[] | null }
type Row = Pick<
  ModuleView,
  'id' | 'moduleVersionId' | 'listingVersionId' | 'sha256' | 'demo' | 'supplier' | 'listing'
> & {
  publishedOn: Date
  isCurrent: boolean
  status: string
  statusReason: string | null
  lastOrderDay: Date | null
  standing: CachedStanding | null
  versions: Version[]
}

/**
 * The same of every module that was ever published, with its newest text where none is in force. Of older texts nothing is read
 * but when they came; their prices only where one is announced, to say since when.
 */
export async function findModulesEver(tx: Tx, ids: string[], today: Day): Promise<ModuleEver[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select m.id, m.demo, m."currentListingId" is not null as "isCurrent", l.id as "listingVersionId", l."moduleVersionId", l.sha256,
      l."publishedOn", l.content as listing, s.status, s."statusReason",
      (select max(d."lastOrderDay") from "ListingDraft" d where d."moduleId" = m.id and d.state = 'withdrawing') as "lastOrderDay",
      jsonb_build_object('id', s."organisationId", 'slug', s.slug, 'brand', s.brand, 'legalName', s."legalName",
        'companyNumber', s."companyNumber", 'about', s.about, 'site', s.site, 'contactRole', s."contactRole",
        'contactEmail', s."contactEmail") as supplier,
      (select to_jsonb(st) from "ModuleStanding" st where st."moduleVersionId" = l."moduleVersionId") as standing,
      (select jsonb_agg(jsonb_build_object('listingVersionId', o.id, 'version', v.version, 'publishedOn', o."publishedOn",
          'prices', case when announces then o.content->'prices' end) order by o."publishedAt" desc)
        from "ListingVersion" o join "ModuleVersion" v on v.id = o."moduleVersionId" where o."moduleId" = m.id) as versions
    from "Module" m
    join "Supplier" s on s."organisationId" = m."supplierId"
    join lateral (select * from "ListingVersion" where "moduleId" = m.id and id = coalesce(m."currentListingId", id)
      order by "publishedAt" desc limit 1) l on true
    cross join lateral jsonb_path_exists(l.content, '$.prices[*] ? (@.validFrom > $today)', jsonb_build_object('today', ${today}::text)) announces
    where m.id = any(${ids}::uuid[])`
  return rows.map(
    ({ isCurrent, status, statusReason, standing, versions, publishedOn, lastOrderDay: leaving, ...row }) => {
      const text = { content: row.listing, publishedOn: dayFromDate(publishedOn) }
      const older = versions.flatMap(({ prices, ...v }) => (prices ? [{ ...v, content: { prices } }] : []))
      const module: ModuleView = {
        ...row,
        publishedOn: text.publishedOn,
        prices: pricesInTime(text, older, today),
        ...standingOf(standing ?? undefined, today),
        versions: versions.map(({ prices: _, ...version }) => version),
      }
      const lastOrderDay = leaving && dayFromDate(leaving)
      const isGone = !isCurrent || (lastOrderDay !== null && lastOrderDay < today)
      const listed = isGone ? 'withdrawn' : 'listed'
      return { module, statusReason, lastOrderDay, life: status === 'active' ? listed : 'supplier-suspended' }
    },
  )
}

type CachedStanding = {
  kind: string
  words: string
  because: string | null
  metCapabilityIds: string[]
  failedCapabilityIds: string[]
  asOf: Day
  until: Day | null
}

/** What the cache says today: past its last day nothing but what had failed. */
function standingOf(cached: CachedStanding | undefined, today: Day) {
  const fresh = cached && (cached.until === null || cached.until >= today) ? cached : undefined
  return {
    standing: fresh
      ? { kind: fresh.kind, words: fresh.words, because: fresh.because, asOf: fresh.asOf }
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

/** Shared locks on a module and its supplier. */
export async function lockForOrder(tx: Tx, moduleId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Module" m join "Supplier" s on s."organisationId" = m."supplierId"
    where m.id = ${moduleId}::uuid for share of m, s`
}
