import { type LineShare, lineTotal } from '@/lib/catalogue/prices/line-rules'
import type { Price } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'
import type { Charge } from './year-rules'

/** One price of a module, or of a service that it needs when it is new. */
export type PricedLine = { kind: 'licence' | 'one-off'; price: Price }

/** What a line costs: pence with the days over which it falls due. */
export type LineCost = Charge & { kind: 'licence' | 'one-off' }

/**
 * What a module costs the practices that take it anew, over the term (COST-1): each line by PRC-9, rounded once. The tier
 * follows the whole quantity of those practices (PRC-10), so lists of several practices count together.
 */
export function newModuleCost(lines: PricedLine[], patients: bigint[], start: Day, end: Day): LineCost[] {
  if (patients.length === 0) return []
  return lines
    .filter(({ price }) => isKnownBeforehand(price))
    .map(({ kind, price }) => ({
      kind,
      pence: lineTotal(price, sharesOf(price, patients, start), end).pence,
      from: start,
      to: price.period === 'none' ? start : end,
    }))
}

/** Units of a price for practices with so many patients; one number for the whole order is one share (PRC-10). */
export function sharesOf(price: Price, patients: bigint[], goLive: Day): LineShare[] {
  if (price.basis !== 'patient' && price.per === 'order') return [{ quantity: 1n, goLive }]
  return patients.map((size) => ({ quantity: unitsOf(price, size), goLive }))
}

/** Units that one practice adds to a line: its list, or one. */
export const unitsOf = (price: Price, patients: bigint): bigint => (price.basis === 'patient' ? patients : 1n)

/** A price on demand is billed on recorded use: nobody knows the quantity beforehand (PRC-3), so it is left out and said. */
export const isKnownBeforehand = (price: Price): boolean => price.basis !== 'on-demand'
