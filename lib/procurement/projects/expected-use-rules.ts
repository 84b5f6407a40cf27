import { priceFromJson } from '@/lib/catalogue/prices/price'
import { type Agreement, type AwardedEntry, type FrozenEntry, listsOf, type Project } from './project'
import { orderValue } from './project-rules'

/** The field in which somebody says how much use of one price each practice expects in a month. */
export const expectedField = (entryId: string, price: number): string => `expected-${entryId}-${price}`
export const greatestUse = 100_000_000

/** Prices of an entry that are charged by recorded use, with their places (PRC-3). */
export const pricesByUse = ({ prices }: Pick<FrozenEntry, 'prices'>) =>
  prices.flatMap((price, i) => (price.basis === 'on-demand' ? [{ price, i }] : []))

/**
 * Entries whose price depends on use, priced with the use that is expected (A6); the others, and those of which it is not stated
 * for every such price, as they were frozen. `expected`: by field, units a month for each practice.
 */
export function withExpectedUse(project: Project, expected: Record<string, number>): AwardedEntry[] {
  return project.entries.map((entry) => {
    const byUse = pricesByUse(entry)
    if (entry.termPence !== null || byUse.length === 0) return entry
    const expectedMonthly = entry.prices.map((_, i) => expected[expectedField(entry.id, i)] ?? 0)
    const prices = entry.prices.map(priceFromJson)
    const value = orderValue(prices, listsOf(project), project.termMonths!, expectedMonthly)
    return value ? { ...entry, yearlyPence: value.yearlyPence, termPence: value.totalPence, expectedMonthly } : entry
  })
}

/** What is kept of winners that were priced with expected use. */
export const agreementsByUse = (winners: AwardedEntry[]): Record<string, Agreement> =>
  Object.fromEntries(
    winners.flatMap(({ id, prices, yearlyPence, termPence, expectedMonthly }) =>
      expectedMonthly ? [[id, { prices, yearlyPence: yearlyPence!, termPence: termPence!, expectedMonthly }]] : [],
    ),
  )

/** `1,200 calls in a month for each practice`. */
export const expectedUseWords = (prices: FrozenEntry['prices'], expectedMonthly: number[]): string =>
  prices
    .flatMap((price, i) => {
      const units = expectedMonthly[i] ?? 0
      return units > 0 ? [`${units.toLocaleString('en-GB')} ${price.unitPlural} in a month for each practice`] : []
    })
    .join('; ')
