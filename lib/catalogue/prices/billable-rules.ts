import { addDays, addMonths, type Day, daysBetween } from '@/lib/platform/days'
import { type Fraction, plus, whole } from './fraction'

/** The last day of a term: start + months − 1 day (PRC-9). */
export function endOfTerm(start: Day, termMonths: number): Day {
  return addDays(addMonths(start, termMonths), -1)
}

/** Months from go-live to the end, both days counted; a part month is its days over the days of that month (PRC-10). */
export function billableMonths(goLive: Day, end: Day): Fraction {
  let months = whole(0n)
  for (let first = `${goLive.slice(0, 7)}-01`; first <= end; first = addMonths(first, 1)) {
    const last = addDays(addMonths(first, 1), -1)
    const from = goLive > first ? goLive : first
    const to = end < last ? end : last
    if (to < from) continue
    months = plus(months, {
      numerator: BigInt(daysBetween(from, to) + 1),
      denominator: BigInt(daysBetween(first, last) + 1),
    })
  }
  return months
}

/** The predecessor's way, only to reproduce its old orders: calendar months from go-live to end + 1 day, never below 0. */
export function wholeMonths(goLive: Day, end: Day): Fraction {
  const after = addDays(end, 1)
  const months = (year(after) - year(goLive)) * 12 + month(after) - month(goLive)
  return whole(BigInt(Math.max(0, months)))
}

const year = (day: Day) => Number(day.slice(0, 4))
const month = (day: Day) => Number(day.slice(5, 7))
