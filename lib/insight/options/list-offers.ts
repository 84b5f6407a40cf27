import 'server-only'
import { listModules } from '@/lib/catalogue/get-module'
import { listCapabilityNames } from '@/lib/catalogue/list-subject-names'
import { foundationCapabilities } from '@/lib/catalogue/listing-rules'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { searchModules } from '@/lib/catalogue/search-modules'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
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
    missing: [],
  }
}

type Asked = { capabilityIds: string[]; exceptId: string | null; patients: number; termMonths: number }

/**
 * Conformant modules that do all of this, costed for this list; where none does, and it is a whole practice system, those that
 * are one too, each with what it does not do. A module is no alternative to itself.
 */
export async function listOffers(ctx: Context, asked: Asked): Promise<Offer[]> {
  const all = await offersFor(ctx, asked, asked.capabilityIds)
  const isSystem = foundationCapabilities.every((id) => asked.capabilityIds.includes(id))
  return all.length > 0 || !isSystem ? all : offersFor(ctx, asked, [...foundationCapabilities])
}

async function offersFor(ctx: Context, asked: Asked, wanted: string[]): Promise<Offer[]> {
  if (wanted.length === 0) return []
  const found = await searchModules(ctx, likeFilter(wanted, asked.patients), costed)
  // A capability that the list does not know is left out of its search: then nothing is known to do it all.
  if (found.ignored.includes('cap')) return []
  const ids = found.cards.map((card) => card.id).filter((id) => id !== asked.exceptId)
  const names = await listCapabilityNames(db, asked.capabilityIds)
  return (await listModules(ctx, ids)).flatMap((module) => {
    const offer = offerOf(module, asked.patients, asked.termMonths)
    const has = new Set(module.listing.capabilities.map(({ id }) => id))
    const missing = asked.capabilityIds.filter((id) => !has.has(id)).map((id) => names.get(id) ?? id)
    return offer ? [{ ...offer, missing }] : []
  })
}
