import { addDays, type Day } from '@/lib/platform/days'
import type { Price } from './price'
import { isSameKind } from './price-day-rules'
import { priceOf } from './price-rules'

/**
 * Whether `next` costs more than `now` for some quantity (PRC-13). Between the tier edges of both both prices are straight
 * lines, so looking at every edge, the unit before it, and the slopes after the last edge decides it for all quantities.
 */
export function isDearerSomewhere(now: Price, next: Price): boolean {
  const edges = [...now.tiers, ...next.tiers].map((t) => t.from)
  const points = edges.flatMap((edge) => (edge > 1n ? [edge - 1n, edge] : [edge]))
  if (points.some((q) => yearly(next, q) > yearly(now, q))) return true
  return lastSlope(next) > lastSlope(now)
}

/** The first day from which a changed price may hold: today if nowhere dearer, otherwise after the framework's notice. */
export function earliestValidFrom(now: Price, next: Price, announcedOn: Day, noticeDays: number): Day {
  return isSameKind(now, next) && !isDearerSomewhere(now, next) ? announcedOn : addDays(announcedOn, noticeDays)
}

/** A price may never hold before it was announced. */
export const mayHoldFrom = (now: Price, next: Price, announcedOn: Day, noticeDays: number): boolean =>
  next.validFrom >= earliestValidFrom(now, next, announcedOn, noticeDays)

const factor = (price: Price) => (price.period === 'month' ? 12n : 1n)
const yearly = (price: Price, quantity: bigint) => priceOf(price, quantity) * factor(price)
const lastSlope = (price: Price) =>
  price.mode === 'SingleFixed' ? 0n : price.tiers[price.tiers.length - 1]!.unitPrice * factor(price)
