import type { Price } from '@/lib/catalogue/prices/price'
import { oneOffPence, quantityFor, yearlyPence } from '@/lib/catalogue/prices/price-rules'
import { monthlyPence } from '@/lib/funding/funding-rules'
import type { EntryReason, FrozenEntry } from './project'

export type Value = { yearlyPence: bigint; oneOffPence: bigint; totalPence: bigint }

/**
 * What a module costs a practice of `patients` over the term: EVERY line counts, one-off and periodic (D2 of the
 * competition's faults). Undefined where a price depends on use or on a number nobody has stated.
 */
export function orderValue(prices: Price[], patients: number, termMonths: number): Value | undefined {
  const quantities = prices.map((price) => quantityFor(price, BigInt(patients)))
  if (prices.length === 0 || quantities.some((q) => q === undefined)) return undefined
  const yearly = prices.reduce((sum, price, i) => sum + (yearlyPence(price, quantities[i]!) ?? 0n), 0n)
  const once = prices.reduce((sum, price, i) => sum + (oneOffPence(price, quantities[i]!) ?? 0n), 0n)
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
