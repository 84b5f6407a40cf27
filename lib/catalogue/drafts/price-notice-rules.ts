import { addDays, type Day, dayWords } from '@/lib/platform/days'
import { isSamePrice, type PriceJson, priceFromJson } from '../prices/price'
import { earliestValidFrom } from '../prices/price-change-rules'
import { duplicatesOf, isSameKind, pricesAfter, pricesOn } from '../prices/price-day-rules'

/** Days between the announcement of a dearer price and its first day, where the framework names no other number (FRM-1). */
export const usualNoticeDays = 90

/** The longest notice that any of the listing's frameworks asks for. */
export const noticeDaysOf = (frameworks: { priceNoticeDays: number }[]): number =>
  frameworks.length === 0 ? usualNoticeDays : Math.max(...frameworks.map((f) => f.priceNoticeDays))

/**
 * What is wrong with changed list prices, in words. Two of one kind from one day are refused, and the only price that holds
 * cannot end (PRC-6). A price that is nowhere dearer than what holds or is announced may hold from the day it is announced;
 * every other only after the notice (PRC-13). A first listing has nothing to give notice of.
 */
export function priceNoticeProblems(
  now: PriceJson[] | undefined,
  next: PriceJson[],
  announcedOn: Day,
  noticeDays: number,
): string[] {
  const twice = duplicatesOf(next).map(
    (price) => `Two prices for each ${price.unit} hold from ${dayWords(price.validFrom)}: keep one of them`,
  )
  if (!now) return twice
  const removed = now.filter((price) => !next.some((other) => isEqual(price, other)))
  const added = next.filter((price) => !now.some((other) => isEqual(price, other)))
  const early = added.flatMap((price) => {
    const earliest = earliestOf(now, removed, price, announcedOn, noticeDays)
    return price.validFrom < earliest
      ? [`The price for each ${price.unit} may hold from ${dayWords(earliest)} at the earliest: buyers get notice`]
      : []
  })
  const isGap = removed.length > 0 && !next.some((price) => price.validFrom <= announcedOn)
  const gap = isGap ? ['Keep the price that holds now in the list until the new one holds'] : []
  return [...twice, ...early, ...gap]
}

function earliestOf(
  now: PriceJson[],
  removed: PriceJson[],
  price: PriceJson,
  announcedOn: Day,
  noticeDays: number,
): Day {
  const next = priceFromJson(price)
  const alive = [...pricesOn(now, announcedOn), ...pricesAfter(now, announcedOn)]
  const alike = alive.map(priceFromJson).filter((old) => isSameKind(old, next))
  if (alike.length === 0) return removed.length === 0 ? announcedOn : addDays(announcedOn, noticeDays)
  return alike
    .map((old) => earliestValidFrom(old, next, announcedOn, noticeDays))
    .sort()
    .at(-1)!
}

const isEqual = (a: PriceJson, b: PriceJson): boolean => isSamePrice(priceFromJson(a), priceFromJson(b))
