import { addMonths, type Day, dayWords } from '@/lib/platform/days'

type Dated = { patients: number; asOf: Day }

/** What stands beside a list-size field: whose figure it is, of which day, and that it is old where it is (QTY-1). */
export function listSizeHint(own: Dated | undefined, today: Day): string {
  if (!own) return 'For the price a year'
  const old = addMonths(own.asOf, 12) < today ? ', more than a year old' : ''
  return `Your practice had ${own.patients.toLocaleString('en-GB')} patients on ${dayWords(own.asOf)}${old}`
}
