import 'server-only'
import { listModules } from '@/lib/catalogue/get-module'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { searchModules } from '@/lib/catalogue/search-modules'
import type { Context } from '@/lib/platform/context'
import { orderValue } from '@/lib/procurement/projects/project-rules'
import { likeFilter } from './like-filter-rules'
import type { Offer } from './option'

/** How many of the cheapest by their yearly price are costed in full. */
const costed = 20

/** A module as it can be bought today: every price counts, those paid once too; undefined where the sum cannot be known beforehand. */
export function offerOf(module: ModuleView, patients: number, termMonths: number): Offer | undefined {
  const value = isOffSale(module.standing) ? undefined : orderValue(module.prices.present, patients, termMonths)
  if (!value) return undefined
  return {
    moduleId: module.id,
    name: module.listing.name,
    supplier: module.supplier.brand,
    publishedOn: module.publishedOn,
    yearlyPence: value.yearlyPence,
    oncePence: value.oneOffPence,
    termPence: value.totalPence,
  }
}

/** Conformant modules that claim all of these capabilities, costed for this list. A module itself is no alternative to itself. */
export async function listOffers(
  ctx: Context,
  asked: { capabilityIds: string[]; exceptId: string | null; patients: number; termMonths: number },
): Promise<Offer[]> {
  if (asked.capabilityIds.length === 0) return []
  const found = await searchModules(ctx, likeFilter(asked.capabilityIds, asked.patients), costed)
  // A capability that the list does not know is left out of its search: then nothing is known to do it all.
  if (found.ignored.includes('cap')) return []
  const ids = found.cards.map((card) => card.id).filter((id) => id !== asked.exceptId)
  const modules = await listModules(ctx, ids)
  return modules.flatMap((module) => offerOf(module, asked.patients, asked.termMonths) ?? [])
}
