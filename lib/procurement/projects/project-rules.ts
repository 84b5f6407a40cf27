import type { Price } from '@/lib/catalogue/prices/price'
import { oneOffPence, quantityFor, yearlyPence } from '@/lib/catalogue/prices/price-rules'
import { monthlyPence } from '@/lib/funding/funding-rules'

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

/** Frozen entries that still need a reason why they were not chosen: every one but the winner (A8). */
export function withoutReason(
  entries: { id: string; moduleName: string }[],
  winnerId: string,
  exclusions: Record<string, string>,
) {
  return entries.filter((entry) => entry.id !== winnerId && !exclusions[entry.id])
}
