import { addDays, addMonths, type Day, isDay } from '../days'

/**
 * The day that a file's name tells: `…-2025-12-04.csv` that day, `…-2025-08.csv` the last day of that month.
 * Publications of these files speak of a month and say so in their names only.
 */
export function dayFromName(name: string): Day | undefined {
  const full = /(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(name)
  if (full && isDay(full[0])) return full[0]
  const month = /(?<!\d)(20\d{2})-(\d{2})(?!\d)/.exec(name)
  if (!month || !isDay(`${month[0]}-01`)) return undefined
  return addDays(addMonths(`${month[0]}-01`, 1), -1)
}
