import { type PriceJson, priceFromJson } from '@/lib/catalogue/prices/price'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { addDays, type Day, dayOf } from '@/lib/platform/days'
import { type FrozenEntry, listsOf, type Project } from '../projects/project'
import { orderValue } from '../projects/project-rules'
import type { Offer } from './competition'

/** Each tier of each price has a field of its own in the form. */
export const tierField = (price: number, tier: number): string => `price-${price}-${tier}`

/** Text as typed (`1.26`, `£1.20500`) to 1/100,000 of a pound, or undefined where it is no such price (PRC-8: 5 decimals). */
export function parseUnitPrice(text: string): bigint | undefined {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,5}))?$/.exec(text.trim())
  if (!match) return undefined
  return BigInt(match[1]!.replaceAll(',', '')) * 100_000n + BigInt((match[2] ?? '').padEnd(5, '0'))
}

/** The list prices with what is offered instead, or what is wrong with it by field: each tier at most its list price (COM-4, PRC-8). */
export function offeredPrices(
  list: PriceJson[],
  typed: Record<string, string>,
): { prices: PriceJson[] } | { fields: Record<string, string[]> } {
  const fields: Record<string, string[]> = {}
  const prices = list.map((price, p) => ({
    ...price,
    tiers: price.tiers.map((tier, t) => {
      const field = tierField(p, t)
      const unit = parseUnitPrice(typed[field] ?? '')
      if (unit === undefined) fields[field] = ['Enter a price in pounds, with at most 5 decimals']
      else if (unit > BigInt(tier.unitPrice)) fields[field] = ['An offer is not above the list price']
      return { ...tier, unitPrice: (unit ?? 0n).toString() }
    }),
  }))
  return Object.keys(fields).length > 0 ? { fields } : { prices }
}

/** The last day for offers: the deadline is the first instant that is too late. */
export const lastOfferDay = (deadlineAt: Date): Day => dayOf(new Date(deadlineAt.getTime() - 1))

/** The day until which an offer must hold: so many days after the last day for offers. */
export const offerMustHoldUntil = (deadlineAt: Date, days: number): Day => addDays(lastOfferDay(deadlineAt), days)

/** The offer in force for an entry: the newest, unless it was taken back. */
export function offerOf(offers: Offer[], entryId: string): Offer | undefined {
  const own = offers.filter((offer) => offer.entryId === entryId)
  const newest = own.reduce<Offer | undefined>((last, o) => (!last || o.number > last.number ? o : last), undefined)
  return newest?.kind === 'offer' ? newest : undefined
}

/** An entry at the price that counts for it: what was offered, else the list price (COM-4). */
export function entryAtOffer(entry: FrozenEntry, offer: Offer | undefined): FrozenEntry {
  if (!offer) return entry
  return { ...entry, prices: offer.prices, yearlyPence: offer.yearlyPence, termPence: offer.termPence }
}

/** What of an offer is hashed, so that it can be shown later that nobody touched it while it was sealed. */
export const offerSha256 = (offer: { entryId: string; prices: PriceJson[]; validUntil: Day | null }): string =>
  sha256Hex(canonicalJson({ entryId: offer.entryId, prices: offer.prices, validUntil: offer.validUntil }))

/** What the offered prices cost this buyer, in pence. */
export const valueOfOffer = (prices: PriceJson[], project: Pick<Project, 'listSize' | 'termMonths' | 'practices'>) =>
  orderValue(prices.map(priceFromJson), listsOf(project), project.termMonths!)
