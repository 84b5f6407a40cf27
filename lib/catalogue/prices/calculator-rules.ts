import { addMonths, type Day, daysBetween, isDay } from '@/lib/platform/days'
import { billableMonths, endOfTerm } from './billable-rules'
import type { Fraction } from './fraction'
import { penceFor } from './line-rules'
import type { Price } from './price'
import { quantityFor } from './price-rules'

export const longestTerm = 120

/** What a reader asks the calculator: the parts of an address, each null where it was not given. */
export type CalculatorQuery = { term: number | null; start: Day | null; live: Day | null }
/** The days that are billed, and how many months they make (PRC-9, PRC-10). */
export type Billing = { start: Day; live: Day; end: Day; months: Fraction }
type Typed = Partial<Record<'term' | 'start' | 'live', string | string[]>>

/** Reads the calculator's part of an address; what is no number or no day is named in `ignored`, so that the page can say so. */
export function readCalculator(parameters: Typed): { query: CalculatorQuery; ignored: string[] } {
  const text = (name: keyof Typed) => [parameters[name] ?? ''].flat()[0]?.trim() ?? ''
  const day = (name: 'start' | 'live') => (isDay(text(name)) ? text(name) : null)
  const query = { term: termOf(parameters.term), start: day('start'), live: day('live') }
  const ignored = (['term', 'start', 'live'] as const).filter((name) => text(name) !== '' && query[name] === null)
  return { query, ignored }
}

/** A term in months from an address: 1 to 120, or null. */
export function termOf(parameter: string | string[] | undefined): number | null {
  const text = [parameter ?? ''].flat()[0]?.trim() ?? ''
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return months >= 1 && months <= longestTerm ? months : null
}

/**
 * From go-live to the end of the term. Without a start the term begins on go-live, without both today. In words, where
 * nothing can be billed.
 */
export function billingOf(
  { term, start: asked, live: typed }: CalculatorQuery,
  today: Day,
): Billing | string | undefined {
  if (term === null) return undefined
  const start = asked ?? typed ?? today
  const live = typed ?? start
  const end = endOfTerm(start, term)
  if (live < start) return 'The go-live day is before the day on which the term starts'
  if (live > end) return 'The go-live day is after the end of the term: nothing would be billed'
  return { start, live, end, months: billableMonths(live, end) }
}

/** What one practice of `patients` pays over those months; undefined where the price follows recorded use. */
export function termPence(price: Price, patients: number, months: Fraction): bigint | undefined {
  const quantity = quantityFor(price, BigInt(patients))
  return quantity === undefined ? undefined : penceFor(price, quantity, months)
}

/** `26 months and 17 days`: the months as people count them. */
export function monthsWords(live: Day, end: Day): string {
  const months = wholeMonthsWithin(live, end)
  const days = daysBetween(addMonths(live, months), end) + 1
  const parts = [months > 0 ? counted(months, 'month') : '', days > 0 ? counted(days, 'day') : '']
  return parts.filter((part) => part !== '').join(' and ')
}

function wholeMonthsWithin(live: Day, end: Day): number {
  for (let n = 1; ; n++) if (endOfTerm(live, n) > end) return n - 1
}
const counted = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`

/** What the calculator of a page knows: the reader's list, what they asked, and the day. */
export type Calculator = {
  patients: number | null
  /** Whose figure the list size is, and of which day (QTY-1). */
  sizeHint: string
  query: CalculatorQuery
  ignored: string[]
  today: Day
}

/** Where nobody asks anything: the text of a listing on its own. */
export const untouchedCalculator = (today: Day, sizeHint: string): Calculator => ({
  patients: null,
  sizeHint,
  query: { term: null, start: null, live: null },
  ignored: [],
  today,
})
