import { addDays, addMonths, type Day, dayWords } from '@/lib/platform/days'
import { type Contract, noticeDateOf } from './contract'
import type { ContractCommand } from './contract-machine'

/** The days on which reminders of the notice date fall due, first to last; `offsets` are days before that date, as the payer sets them. */
export const reminderDays = (contract: Pick<Contract, 'endsOn' | 'noticeDays'>, offsets: number[]): Day[] =>
  largestFirst(offsets).map((offset) => addDays(noticeDateOf(contract), -offset))

/** The last day on which a contract cannot be ended by notice: months from its start, never past its own end. */
export function minimumTermEnd(
  { startsOn, endsOn }: Pick<Contract, 'startsOn' | 'endsOn'>,
  minimumMonths: number,
): Day {
  const last = addDays(addMonths(startsOn, minimumMonths), -1)
  return last < endsOn ? last : endsOn
}

/**
 * H3: notice ends the contract on a day to come, at the earliest after the notice days, at the latest on its end.
 * @returns why the day will not do; undefined where it will
 */
export function terminationProblem(
  contract: Pick<Contract, 'startsOn' | 'endsOn' | 'noticeDays'>,
  terminatesOn: Day,
  today: Day,
  minimumMonths: number,
): string | undefined {
  if (terminatesOn <= today) return 'The last day of the contract must be in the future'
  if (terminatesOn < addDays(today, contract.noticeDays))
    return `The contract asks for ${contract.noticeDays} days of notice`
  const minimum = minimumTermEnd(contract, minimumMonths)
  if (terminatesOn < minimum) return `The contract cannot be ended by notice before ${dayWords(minimum)}`
  if (terminatesOn > contract.endsOn) return 'The contract ends before that day by itself'
  return undefined
}

/**
 * What the clock must do with a contract today. Nothing renews (C6): a contract whose notice date passes without a decision
 * expires on its end, and a hold-over leads to the exit.
 */
export function dueCommand(
  contract: Pick<Contract, 'state' | 'endsOn' | 'noticeDays' | 'runsUntil'>,
  today: Day,
  offsets: number[],
): ContractCommand | undefined {
  const { state, runsUntil } = contract
  if ((state === 'mobilising' || state === 'live') && offsets.length === 0) return undefined
  if (state === 'mobilising' || state === 'live')
    return today >= addDays(noticeDateOf(contract), -firstReminder(offsets)) ? 'near-notice' : undefined
  if (today <= runsUntil) return undefined
  if (state === 'expiring') return 'expire'
  if (state === 'terminating') return 'terminate'
  return state === 'held-over' ? 'start-exit' : undefined
}

/** A notice date counts as near from the day of its first reminder. */
export const firstReminder = (offsets: number[]): number => Math.max(0, ...offsets)

const largestFirst = (offsets: number[]): number[] => offsets.toSorted((a, b) => b - a)

/**
 * Which reminder is due: the last whose day has come. One that was missed because the portal stood still is made up for, but
 * never by several letters at once. From the notice date on there is none.
 */
export function dueReminder(
  contract: Pick<Contract, 'endsOn' | 'noticeDays'>,
  today: Day,
  offsets: number[],
): number | undefined {
  const anchor = noticeDateOf(contract)
  if (today >= anchor) return undefined
  return largestFirst(offsets).findLast((offset) => addDays(anchor, -offset) <= today)
}
