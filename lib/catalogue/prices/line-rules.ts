import type { Day } from '@/lib/platform/days'
import { roundHalfUp, shareByLargestRemainder } from '@/lib/platform/money'
import { billableMonths, wholeMonths } from './billable-rules'
import { type Fraction, numeratorsOverOne, plus, times, whole } from './fraction'
import type { Price } from './price'
import { priceOf, unitsInPenny } from './price-rules'

/** One practice's part of a line: how many units, from which day. A one-number line has a single share, from the earliest go-live. */
export type LineShare = { quantity: bigint; goLive: Day }
export type LineTotal = { pence: bigint; shares: bigint[] }

/**
 * What a line costs from go-live to `end`, in pence, excluding VAT (PRC-9, PRC-10): one-off + monthly × billable months.
 * The tier follows the whole quantity; the exact fraction is rounded half up once; the shares sum to the line.
 */
export function lineTotal(
  price: Price,
  shares: LineShare[],
  end: Day,
  mode: 'by-day' | 'whole-month' = 'by-day',
): LineTotal {
  const quantity = shares.reduce((sum, share) => sum + share.quantity, 0n)
  const months = mode === 'by-day' ? billableMonths : wholeMonths
  const weights = shares.map(({ quantity: units, goLive }) => times(whole(units), periods(price, months(goLive, end))))
  if (quantity === 0n) return { pence: 0n, shares: shares.map(() => 0n) }
  const unitPeriods = weights.reduce(plus, whole(0n))
  const pence = roundHalfUp(
    priceOf(price, quantity) * unitPeriods.numerator,
    quantity * unitPeriods.denominator * unitsInPenny,
  )
  return { pence, shares: shareByLargestRemainder(pence, numeratorsOverOne(weights)) }
}

/** What `quantity` costs over so many months, rounded half up once; a one-off price once, whatever the months. */
export function penceFor(price: Price, quantity: bigint, months: Fraction): bigint {
  const due = periods(price, months)
  return roundHalfUp(priceOf(price, quantity) * due.numerator, due.denominator * unitsInPenny)
}

/** What an order costs: the sum of its lines, each already rounded. */
export const orderTotal = (lines: LineTotal[]): bigint => lines.reduce((sum, line) => sum + line.pence, 0n)

/** Periods of a line by largest remainder, ties to the earliest: they sum to the line (PRC-11). */
export function periodsOf(pence: bigint, count: number): bigint[] {
  return shareByLargestRemainder(
    pence,
    Array.from({ length: count }, () => 1n),
  )
}

/** How often the price of one period falls due in that many months. */
function periods(price: Price, months: Fraction): Fraction {
  if (price.period === 'none') return whole(1n)
  return price.period === 'month' ? months : times(months, { numerator: 1n, denominator: 12n })
}
