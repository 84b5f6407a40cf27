import type { Day } from '@/lib/platform/days'
import type { Price } from './price'

type Dated = Pick<Price, 'basis' | 'per' | 'unit' | 'period' | 'validFrom'>

/** Same unit, basis and kind (periodic or one-off): of such prices only one holds on a day, and only they are compared (PRC-13). */
export const isSameKind = (a: Dated, b: Dated): boolean => kindOf(a) === kindOf(b)

/**
 * The prices that hold on a day: of every kind the one with the newest first day that has come. The order of the list stays,
 * so that a price that takes over stands where the old one stood.
 */
export function pricesOn<P extends Dated>(prices: P[], day: Day): P[] {
  const kinds = [...new Set(prices.map(kindOf))]
  return kinds.flatMap((kind) => {
    const begun = prices.filter((price) => kindOf(price) === kind && price.validFrom <= day)
    const newest = newestOf(begun)
    return begun.filter((price) => price.validFrom === newest)
  })
}

/** The prices that are announced and do not hold yet, the next first. */
export const pricesAfter = <P extends Dated>(prices: P[], day: Day): P[] =>
  prices.filter((price) => price.validFrom > day).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))

/** The price that lists show and sort by: the first paid by month or year. */
export const headlineOf = <P extends Dated>(prices: P[]): P | undefined =>
  prices.find((price) => price.period !== 'none')

/** Every price that is or becomes the one lists sort by, each with its first day: what a search may keep beforehand. */
export function headlinesInTime<P extends Dated>(prices: P[]): P[] {
  const days = [...new Set(prices.map((price) => price.validFrom))].sort()
  return days.flatMap((day) => headlineOf(pricesOn(prices, day)) ?? []).filter((p, i, all) => p !== all[i - 1])
}

/** Prices of one kind that would hold from the same day: nobody could say which of them is the price (PRC-6). */
export function duplicatesOf<P extends Dated>(prices: P[]): P[] {
  return prices.filter((price, i) =>
    prices.slice(0, i).some((other) => isSameKind(other, price) && other.validFrom === price.validFrom),
  )
}

const kindOf = ({ basis, per, unit, period }: Dated) => JSON.stringify([basis, per, unit, period === 'none'])
const newestOf = (prices: Dated[]) =>
  prices.reduce((newest, { validFrom }) => (validFrom > newest ? validFrom : newest), '')
