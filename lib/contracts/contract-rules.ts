import { addDays, type Day } from '@/lib/platform/days'
import { type Contract, noticeDateOf } from './contract'

/** The days on which reminders of the notice date fall due, first to last: so many days before it. */
export const reminderDays = (contract: Pick<Contract, 'endsOn' | 'noticeDays'>, offsets: number[]): Day[] =>
  offsets.map((offset) => addDays(noticeDateOf(contract), -offset))

/**
 * H3: notice ends the contract on a day to come, at the earliest after the notice days, at the latest on its end.
 * @returns why the day will not do; undefined where it will
 */
export function terminationProblem(
  contract: Pick<Contract, 'endsOn' | 'noticeDays'>,
  terminatesOn: Day,
  today: Day,
): string | undefined {
  if (terminatesOn <= today) return 'The last day of the contract must be in the future'
  if (terminatesOn < addDays(today, contract.noticeDays))
    return `The contract asks for ${contract.noticeDays} days of notice`
  if (terminatesOn > contract.endsOn) return 'The contract ends before that day by itself'
  return undefined
}
