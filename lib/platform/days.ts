/**
 * Days are `YYYY-MM-DD` strings in Europe/London: they compare as text, survive JSON and know no hour.
 */
export type Day = string

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const instantWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** The London day of an instant. */
export function dayOf(instant: Date): Day {
  const [d, m, y] = london.format(instant).split('/')
  return `${y}-${m}-${d}`
}

/** The instant at which that day is over in London: the first one that does not belong to it. */
export function endOfDay(day: Day): Date {
  const midnight = utc(addDays(day, 1)).getTime()
  return new Date(dayOf(new Date(midnight - 1)) === day ? midnight : midnight - 3_600_000)
}

/** Whether the text is a real calendar day (2026-02-30 is not). */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime()) && utc(text).toISOString().startsWith(text)
  )
}

/** The day `n` calendar days later (earlier for a negative n). */
export function addDays(day: Day, n: number): Day {
  return new Date(utc(day).getTime() + n * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of the month `n` months later; the last day of that month where it has none (31 January + 1 = 28 February). */
export function addMonths(day: Day, n: number): Day {
  const { y, m, d } = parts(day)
  const last = new Date(Date.UTC(y, m - 1 + n + 1, 0)).getUTCDate()
  return new Date(Date.UTC(y, m - 1 + n, Math.min(d, last))).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)

/** `2 March 2026`. */
export const dayWords = (day: Day): string => words.format(utc(day))

/** `2 March 2026 at 14:05`, London time. */
export const instantInWords = (instant: Date): string => instantWords.format(instant).replace(', ', ' at ')

/** A database date column holds midnight UTC; this is its day. */
export const dayFromDate = (date: Date): Day => date.toISOString().slice(0, 10)

/** The value for a database date column. */
export const dateFromDay = (day: Day): Date => utc(day)

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`)

function parts(day: Day) {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  return { y, m, d }
}
