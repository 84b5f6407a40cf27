import { addDays, type Day, dayWords } from '@/lib/platform/days'
import { type PriceJson, priceFromJson } from '../prices/price'
import { earliestValidFrom, isSameKind } from '../prices/price-change-rules'

/** Days between the announcement of a dearer price and its first day, where the framework names no other number (FRM-1). */
export const priceNoticeDays = 90

/**
 * What is wrong with changed list prices, in words; nothing for a first listing (PRC-13). A price that is nowhere dearer may
 * hold from the day it is announced; every other only after the notice, and until then the present price stays listed.
 */
export function priceNoticeProblems(
  now: PriceJson[] | undefined,
  next: PriceJson[],
  announcedOn: Day,
  noticeDays = priceNoticeDays,
): string[] {
  if (!now) return []
  const removed = now.filter((price) => !next.some((other) => isEqual(price, other)))
  const added = next.filter((price) => !now.some((other) => isEqual(price, other)))
  const early = added.flatMap((price) => {
    const earliest = earliestOf(now, removed, price, announcedOn, noticeDays)
    return price.validFrom < earliest
      ? [`The price for each ${price.unit} may hold from ${dayWords(earliest)} at the earliest: buyers get notice`]
      : []
  })
  const isGap = removed.length > 0 && !next.some((price) => price.validFrom <= announcedOn)
  return isGap ? [...early, 'Keep the price that holds now in the list until the new one holds'] : early
}

function earliestOf(
  now: PriceJson[],
  removed: PriceJson[],
  price: PriceJson,
  announcedOn: Day,
  noticeDays: number,
): Day {
  const next = priceFromJson(price)
  const alike = now.map(priceFromJson).filter((old) => isSameKind(old, next))
  if (alike.length === 0) return removed.length === 0 ? announcedOn : addDays(announcedOn, noticeDays)
  return alike
    .map((old) => earliestValidFrom(old, next, announcedOn, noticeDays))
    .sort()
    .at(-1)!
}

/** The same price under whatever id. */
const isEqual = (a: PriceJson, b: PriceJson): boolean => JSON.stringify(bare(a)) === JSON.stringify(bare(b))
const bare = ({ basis, mode, period, per, unit, unitPlural, definition, tiers, validFrom }: PriceJson) => [
  [basis, mode, period, per, unit, unitPlural, definition, validFrom],
  tiers.map((t) => [t.from, t.unitPrice]),
]
