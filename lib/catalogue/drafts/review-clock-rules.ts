import type { Day } from '@/lib/platform/days'
import { workingDaysLeft } from '@/lib/platform/working-days'

/** How long the authority may take with a listing, in working days (LST-3). */
export const reviewDays = 10

/** The clock in words, the same for both sides. */
export function clockWords(today: Day, due: Day): string {
  const left = workingDaysLeft(today, due)
  if (left > 1) return `${left} working days left`
  if (left === 1) return '1 working day left'
  if (today <= due) return 'the answer is due today'
  return left === -1 ? '1 working day overdue' : `${-left} working days overdue`
}
