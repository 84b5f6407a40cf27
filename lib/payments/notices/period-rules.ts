import { addDays, addMonths, type Day } from '@/lib/platform/days'

/** Both ends included. */
export type Period = { from: Day; to: Day }

/** The quarter of the calendar that was last over on this day: by it payments are notified (Procurement Act 2023, section 70(2)). */
export const quarterOver = (today: Day): Period => over(today, ['01-01', '04-01', '07-01', '10-01'], 3)

/** The half year that was last over on this day, to the end of March or of September (Procurement Act 2023, section 69(6)). */
export const halfYearOver = (today: Day): Period => over(today, ['04-01', '10-01'], 6)

function over(today: Day, firsts: string[], months: number): Period {
  const year = Number(today.slice(0, 4))
  const next = [year - 1, year].flatMap((y) => firsts.map((first) => `${y}-${first}`)).filter((day) => day <= today)
  const end = next.at(-1)!
  return { from: addMonths(end, -months), to: addDays(end, -1) }
}
