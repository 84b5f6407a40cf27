import { monthsOfYear } from '@/lib/funding/funding-rules'
import { addDays, addMonths, type Day, daysBetween } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'
import type { Contract } from '../contract'

/** The last day to which a contract may be held over; `longest` in days, as the payer sets it. */
export const lastHoldOverDay = (endsOn: Day, longest: number): Day => addDays(endsOn, longest)

/** @returns why a contract cannot be held over until that day; undefined where it can */
export function holdOverProblem(endsOn: Day, until: Day, today: Day, longest: number): string | undefined {
  if (until < today) return 'The last day must be today or later'
  if (until > lastHoldOverDay(endsOn, longest))
    return `A contract can be held over for at most ${longest} days after its end`
  return undefined
}

type Priced = Pick<Contract, 'startsOn' | 'endsOn' | 'yearlyPence'>

/**
 * What use after the end costs in each month that it touches, in pence: month by month as it is charged (V1), a part of a month
 * by its days. With several sites each rounds for itself, so a penny more for each other site is held ready (M2).
 */
export function holdOverMonths({ startsOn, endsOn, yearlyPence }: Priced, until: Day, sites = 1): bigint[] {
  const year = monthsOfYear(yearlyPence)
  const first = `${addDays(endsOn, 1).slice(0, 7)}-01`
  const count = monthNumber(until) - monthNumber(first) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const month = addMonths(first, i)
    const whole = year[(((monthNumber(month) - monthNumber(startsOn)) % 12) + 12) % 12]!
    const [from, last] = [addDays(endsOn, 1), addDays(addMonths(month, 1), -1)]
    const days = daysBetween(from > month ? from : month, until < last ? until : last) + 1
    return roundHalfUp(whole * BigInt(days), BigInt(daysBetween(month, last) + 1)) + BigInt(sites - 1)
  })
}
const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** What the whole hold-over costs, in pence. */
export const holdOverCost = (contract: Priced, until: Day, sites = 1): bigint =>
  holdOverMonths(contract, until, sites).reduce((sum, pence) => sum + pence, 0n)

/** @returns why something cannot have been done on that day */
export const doneProblem = (day: Day, today: Day, notBefore: Day): string | undefined => {
  if (day > today) return 'The day must be today or in the past'
  return day < notBefore ? 'The day must not be before the contract began' : undefined
}
