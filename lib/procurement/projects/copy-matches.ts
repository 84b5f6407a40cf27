import 'server-only'
import { getGate } from '@/lib/assurance/get-gate'
import { listListings } from '@/lib/catalogue/get-listing'
import { listCurrentListingIds } from '@/lib/catalogue/list-listed-versions'
import { priceToJson } from '@/lib/catalogue/prices/price'
import { pricesOn } from '@/lib/catalogue/prices/price-day-rules'
import { searchInTransaction } from '@/lib/catalogue/search-modules'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import { listShortlistsOfPlan } from '@/lib/comparison/plans/list-shortlists-of-plan'
import { filterOf } from '@/lib/comparison/saved-filters/saved-filter-rules'
import { exclusionWords, type ShortlistView } from '@/lib/comparison/shortlist'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { type EntryReason, type FrozenEntry, listsOf, mostMatches, type Project } from './project'
import { orderValue } from './project-rules'

export type Matches = { query: string | null; total: number; entries: FrozenEntry[] }

/** Every match of the project's shortlist as this transaction sees it; undefined where there is no such shortlist for the actor. */
export async function copyMatches(tx: Tx, ctx: Context, project: Project): Promise<Matches | undefined> {
  const own = await getShortlist(ctx.actor, project.shortlistId, tx)
  if (!own) return undefined
  const shortlist = project.plan?.moduleIds ? await joined(tx, ctx, own) : own
  const { query } = shortlist
  const found = query === null ? undefined : await searchInTransaction(tx, ctx, filterOf(query), mostMatches)
  const kept = shortlist.entries.map((entry) => entry.moduleId)
  const moduleIds = [...new Set([...kept, ...(found?.cards.map((card) => card.id) ?? [])])]
  const total = Math.max(found?.total ?? 0, moduleIds.length)
  if (total > mostMatches) return { query, total, entries: [] }
  const current = await listCurrentListingIds(tx, moduleIds)
  const shortlisted = new Map(shortlist.entries.map((e) => [e.moduleId, e.listingVersionId]))
  const versions = moduleIds.flatMap((id) => current.get(id) ?? shortlisted.get(id) ?? [])
  const reasons = new Map(
    shortlist.exclusions
      .filter((e) => !kept.includes(e.moduleId))
      .map((e): [string, EntryReason] => [e.moduleId, { code: e.code, text: e.text ?? exclusionWords[e.code] }]),
  )
  return { query, total, entries: await frozenOf(tx, ctx, project, versions, reasons) }
}

/** A project for a whole plan takes all of its shortlists that are live, each module once. */
async function joined(tx: Tx, ctx: Context, own: ShortlistView): Promise<ShortlistView> {
  const others = await listShortlistsOfPlan(ctx.actor, own.planRunId ?? '', tx)
  const views = [own]
  for (const { id } of others.filter((one) => one.id !== own.id)) {
    const view = await getShortlist(ctx.actor, id, tx)
    if (view) views.push(view)
  }
  const entries = [...new Map(views.flatMap((view) => view.entries).map((e) => [e.moduleId, e])).values()]
  const left = views.flatMap((view) => view.exclusions).filter((e) => !entries.some((on) => on.moduleId === e.moduleId))
  return { ...own, entries, exclusions: left }
}

async function frozenOf(
  tx: Tx,
  ctx: Context,
  project: Project,
  listingVersionIds: string[],
  reasons: Map<string, EntryReason>,
): Promise<FrozenEntry[]> {
  const today = dayOf(ctx.now)
  const entries: FrozenEntry[] = []
  for (const listing of await listListings(ctx.actor, listingVersionIds, tx)) {
    const { gate, label, inputsSha256 } = await getGate(tx, listing.moduleVersionId, listing.capabilities, today)
    // PRC-8: the list price of this day is the ceiling, kept as a copy.
    const prices = pricesOn(listing.prices, today)
    const value = orderValue(prices, listsOf(project), project.termMonths!)
    entries.push({
      id: newId(),
      moduleId: listing.moduleId,
      moduleVersionId: listing.moduleVersionId,
      listingVersionId: listing.id,
      listingSha256: listing.sha256,
      moduleName: listing.moduleName,
      supplierId: listing.supplierId,
      supplierName: listing.supplierName,
      capabilityIds: listing.capabilities,
      frameworkIds: listing.frameworkIds,
      prices: prices.map(priceToJson),
      yearlyPence: value?.yearlyPence ?? null,
      termPence: value?.totalPence ?? null,
      label,
      gate,
      gateSha256: inputsSha256,
      leftOut: reasons.get(listing.moduleId) ?? null,
    })
  }
  return entries
}
