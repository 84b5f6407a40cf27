import type { Day } from '@/lib/platform/days'
import type { Listing } from './listing'
import { pricesOf } from './listing-rules'
import type { PricesInTime } from './module-view'
import { isSamePrice, type Price } from './prices/price'
import { pricesAfter, pricesOn } from './prices/price-day-rules'

type Published = { content: Pick<Listing, 'prices'>; publishedOn: Day }

/** The list prices of `current` on a day, and those to come, each announced on the day of the first text that names it (PRC-13). */
export function pricesInTime(current: Published, versions: Published[], today: Day): PricesInTime {
  const prices = pricesOf(current.content)
  const announcedOn = (price: Price): Day =>
    [current, ...versions]
      .filter(({ content }) => pricesOf(content).some((other) => isSamePrice(other, price)))
      .map((version) => version.publishedOn)
      .sort()[0]!
  return {
    present: pricesOn(prices, today),
    announced: pricesAfter(prices, today).map((price) => ({ price, announcedOn: announcedOn(price) })),
  }
}
