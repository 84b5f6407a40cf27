import type { Price } from '@/lib/catalogue/prices/price'
import { oneOffPence, priceOf, quantityFor, unitsInPenny, yearlyPence } from '@/lib/catalogue/prices/price-rules'
import { monthlyPence } from '@/lib/funding/funding-rules'
import { roundHalfUp } from '@/lib/platform/money'
import type { EntryReason, FrozenEntry } from './project'

export type Value = { yearlyPence: bigint; oneOffPence: bigint; totalPence: bigint }

/**
 * What a module costs over the term, in pence without VAT: EVERY line counts, one-off and periodic (D2 of the competition's faults).
 * `patients` is the list of one practice, or those of several: then each pays by its own list, as their order will say, and a price
 * for the whole order counts once (W5). Of a price by use `expectedMonthly`, in the order of the prices, says how many units each
 * practice expects in a month. Undefined where a price depends on use that nobody has stated.
 */
export function orderValue(
  prices: Price[],
  patients: number | number[],
  termMonths: number,
  expectedMonthly: number[] = [],
): Value | undefined {
  const lists = [patients].flat()
  const isStated = (price: Price, i: number) => quantityFor(price, 0n) !== undefined || (expectedMonthly[i] ?? 0) > 0
  if (prices.length === 0 || !prices.every(isStated)) return undefined
  const use = prices.reduce((sum, price, i) => sum + usePence(price, expectedMonthly[i] ?? 0), 0n)
  const fixed = prices.filter((price) => price.basis !== 'on-demand')
  const shared = fixed.filter((price) => price.per === 'order' && price.basis !== 'patient')
  const own = fixed.filter((price) => !shared.includes(price))
  const parts = [...lists.map((list) => valueFor(own, list, termMonths, use)), valueFor(shared, 0, termMonths)]
  return {
    yearlyPence: parts.reduce((sum, part) => sum + part.yearlyPence, 0n),
    oneOffPence: parts.reduce((sum, part) => sum + part.oneOffPence, 0n),
    totalPence: parts.reduce((sum, part) => sum + part.totalPence, 0n),
  }
}

/** A year of the use that a practice expects: the month at its tiers, rounded once, twelve times (G5, W7), as the order will say it. */
const usePence = (price: Price, expectedMonthly: number): bigint =>
  price.basis === 'on-demand' ? 12n * roundHalfUp(priceOf(price, BigInt(expectedMonthly)), unitsInPenny) : 0n

function valueFor(prices: Price[], list: number, termMonths: number, usedYearly = 0n): Value {
  const sum = (penceOf: typeof yearlyPence) =>
    prices.reduce((total, price) => total + (penceOf(price, quantityFor(price, BigInt(list))!) ?? 0n), 0n)
  const [yearly, once] = [sum(yearlyPence) + usedYearly, sum(oneOffPence)]
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
