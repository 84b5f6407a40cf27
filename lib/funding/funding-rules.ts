import type { Day } from '@/lib/platform/days'
import { shareByLargestRemainder } from '@/lib/platform/money'

/** The financial year of a day by the calendar year in which it begins on 1 April. */
export function financialYearOf(day: Day): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '04-01' ? year : year - 1
}

/** The twelve months of a contract year: they sum to the annual sum exactly, earlier months take the odd pence (V1, W1). */
export const monthsOfYear = (annualPence: bigint): bigint[] =>
  shareByLargestRemainder(annualPence, Array<bigint>(12).fill(1n))

/**
 * What a contract costs in each of its months: contract year after contract year, from a start on a first of the month (V1).
 * One-off sums fall in the first month.
 */
export function monthlyPence(annualPence: bigint, oneOffPence: bigint, termMonths: number): bigint[] {
  const year = monthsOfYear(annualPence)
  return Array.from({ length: termMonths }, (_, i) => year[i % 12]! + (i === 0 ? oneOffPence : 0n))
}

/** The months summed by financial year: what is asked of each budget line; they sum to the whole (B5, W2). */
export function sumsByYear(startsOn: Day, months: bigint[]): { year: number; pence: bigint }[] {
  const sums = new Map<number, bigint>()
  const [y, m] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7))]
  for (const [i, pence] of months.entries()) {
    const month = m - 1 + i
    const year = y + Math.floor(month / 12) - (month % 12 < 3 ? 1 : 0)
    sums.set(year, (sums.get(year) ?? 0n) + pence)
  }
  return [...sums].map(([year, pence]) => ({ year, pence })).filter((sum) => sum.pence > 0n)
}
