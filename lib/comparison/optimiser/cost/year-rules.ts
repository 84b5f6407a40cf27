import { billableMonths } from '@/lib/catalogue/prices/billable-rules'
import { numeratorsOverOne } from '@/lib/catalogue/prices/fraction'
import { addDays, type Day } from '@/lib/platform/days'
import { shareByLargestRemainder } from '@/lib/platform/money'

/** The day on which the financial year of `day` began: 1 April. */
export function financialYearOf(day: Day): Day {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '04-01' ? `${year}-04-01` : `${String(year - 1).padStart(4, '0')}-04-01`
}

/** First days of the financial years from that of `from` to that of `to`, in order. */
export function financialYears(from: Day, to: Day): Day[] {
  const years = [financialYearOf(from)]
  while (nextYear(years.at(-1)!) <= to) years.push(nextYear(years.at(-1)!))
  return years
}

/** A sum that falls due from one day to another, both counted, or on one day (`from` = `to`). Pence. */
export type Charge = { pence: bigint; from: Day; to: Day }

/**
 * What of a charge falls into each of `years` (PRC-11): in proportion to its billable months there, by largest remainder, so
 * that the years sum to the charge. @throws RangeError where a year of the charge is not among them.
 */
export function byYear({ pence, from, to }: Charge, years: Day[]): bigint[] {
  if (from < years[0]! || to >= nextYear(years.at(-1)!)) throw new RangeError(`${from} to ${to} is outside the years`)
  return shareByLargestRemainder(pence, weightsOf(from, to, years))
}

/** Kept for the life of the years, because the same few stretches are asked for again and again. */
function weightsOf(from: Day, to: Day, years: Day[]): bigint[] {
  const known = weights.get(years) ?? new Map<string, bigint[]>()
  weights.set(years, known)
  const found = known.get(from + to)
  if (found) return found
  const months = years.map((year) => {
    const last = addDays(nextYear(year), -1)
    return billableMonths(from > year ? from : year, to < last ? to : last)
  })
  const made = numeratorsOverOne(months)
  known.set(from + to, made)
  return made
}
const weights = new WeakMap<Day[], Map<string, bigint[]>>()

const nextYear = (first: Day): Day => `${String(Number(first.slice(0, 4)) + 1).padStart(4, '0')}-04-01`
