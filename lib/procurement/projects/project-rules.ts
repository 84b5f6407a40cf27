import type { Price } from '@/lib/catalogue/prices/price'
import { oneOffPence, quantityFor, yearlyPence } from '@/lib/catalogue/prices/price-rules'
import { monthlyPence } from '@/lib/funding/funding-rules'
import type { EntryReason, FrozenEntry } from './project'

export type Value = { yearlyPence: bigint; oneOffPence: bigint; totalPence: bigint }

/**
 * What a module costs over the term, in pence without VAT: EVERY line counts, one-off and periodic (D2 of the competition's faults).
 * `patients` is the list of one practice, or those of several: then each pays by its own list, as their order will say, and a price
 * for the whole order counts once (W5). Undefined where a price depends on use or on a number nobody has stated.
 */
export function orderValue(prices: Price[], patients: number | number[], termMonths: number): Value | undefined {
  const lists = [patients].flat()
  if (prices.length === 0 || prices.some((price) => quantityFor(price, 0n) === undefined)) return undefined
  const shared = prices.filter((price) => price.per === 'order' && price.basis !== 'patient')
  const own = prices.filter((price) => !shared.includes(price))
  const parts = [...lists.map((list) => valueFor(own, list, termMonths)), valueFor(shared, 0, termMonths)]
  return {
    yearlyPence: parts.reduce((sum, part) => sum + part.yearlyPence, 0n),
    oneOffPence: parts.reduce((sum, part) => sum + part.oneOffPence, 0n),
    totalPence: parts.reduce((sum, part) => sum + part.totalPence, 0n),
  }
}

function valueFor(prices: Price[], list: number, termMonths: number): Value {
  const sum = (penceOf: typeof yearlyPence) =>
    prices.reduce((total, price) => total + (penceOf(price, quantityFor(price, BigInt(list))!) ?? 0n), 0n)
  const [yearly, once] = [sum(yearlyPence), sum(oneOffPence)]
  const total = monthlyPence(yearly, once, termMonths).reduce((a, b) => a + b, 0n)
  return { yearlyPence: yearly, oneOffPence: once, totalPence: total }
}

/** What is asked of entries that go no further: those that the shortlist left out have their reason already (A8). */
export function reasonsFor(
  entries: Pick<FrozenEntry, 'id' | 'leftOut'>[],
  stay: string[],
  given: Record<string, EntryReason>,
): Record<string, EntryReason | undefined> {
  return Object.fromEntries(
    entries.filter((entry) => !stay.includes(entry.id)).map((e) => [e.id, given[e.id] ?? e.leftOut ?? undefined]),
  )
}

/** Frozen entries that still need a reason why they go no further: every one but those that stay (A8). */
export function withoutReason<E extends Pick<FrozenEntry, 'id' | 'leftOut'>>(
  entries: E[],
  stay: string[],
  given: Record<string, EntryReason>,
): E[] {
  const reasons = reasonsFor(entries, stay, given)
  return entries.filter((entry) => !stay.includes(entry.id) && !reasons[entry.id])
}

/** A sum on the basis on which the caps count (K1), in pence: VAT rounded half up once. */
export const onBasis = (pence: bigint, basis: string, vatPercent: number): bigint =>
  basis === 'gross' ? pence + (pence * BigInt(vatPercent) + 50n) / 100n : pence
