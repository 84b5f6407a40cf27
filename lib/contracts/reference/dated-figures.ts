import type { Day } from '@/lib/platform/days'

/**
 * Every legal or agreed figure of the room, dated and with its source, in one place: they are settings of the authority or the
 * payer, and are read from nowhere else in the room. `verifiedOn` is missing where nobody has checked the figure at its source.
 */
export type Figure<T> = { from: Day; until: Day | null; value: T; source: string; verifiedOn?: Day }

/** Days before the notice date on which its owners are reminded, first to last. */
export const reminderOffsets = [180, 90, 60, 30, 14, 7, 1]

/** The most days that a contract may be held over after its end. */
export const holdOverDays: Figure<number>[] = [
  { from: '2025-01-01', until: null, value: 90, source: 'First value of the payer’s setting' },
]

/** The value in force on a day. @throws where there is none: a figure that is not set is never guessed. */
export function figureOn<T>(figures: Figure<T>[], day: Day): T {
  const found = figures.find(({ from, until }) => from <= day && (until === null || day <= until))
  if (!found) throw new Error(`No figure is set for ${day}`)
  return found.value
}
