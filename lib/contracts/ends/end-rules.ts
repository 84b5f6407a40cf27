import { addDays, type Day, daysBetween } from '@/lib/platform/days'
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

const daysOfYear = 365n

/** What use after the end costs, in pence: the yearly cost by the day, rounded half up once. */
export const holdOverCost = ({ endsOn, yearlyPence }: Pick<Contract, 'endsOn' | 'yearlyPence'>, until: Day): bigint =>
  roundHalfUp(yearlyPence * BigInt(daysBetween(endsOn, until)), daysOfYear)

/** @returns why something cannot have been done on that day */
export const doneProblem = (day: Day, today: Day, notBefore: Day): string | undefined => {
  if (day > today) return 'The day must be today or in the past'
  return day < notBefore ? 'The day must not be before the contract began' : undefined
}
