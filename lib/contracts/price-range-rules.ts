import { roundHalfUp } from '@/lib/platform/money'

/** What another practice pays a year, and for how many patients. */
export type PricedContract = { practiceId: string; yearlyPence: bigint; listSize: number }
/** Whose prices may be compared: lists within so many per cent of one's own, and at least so many practices. */
export type RangeBounds = { patients: number; withinPercent: number; smallest: number }
/** Whole pounds in pence: the quarter that pays least pays `low` or less, the quarter that pays most `high` or more. */
export type PriceRange = { kind: 'range'; low: bigint; high: bigint; practices: number } | { kind: 'too-few' }

/**
 * What practices with a like list pay for the same module, each price carried over to this list: 25th and 75th percentile by
 * nearest rank, to the whole pound. Fewer practices than the smallest group are told nothing of (P1).
 */
export function priceRangeOf(others: PricedContract[], { patients, withinPercent, smallest }: RangeBounds): PriceRange {
  const near = ({ listSize }: PricedContract) => Math.abs(listSize - patients) * 100 <= withinPercent * patients
  const byPractice = new Map(others.filter(near).map((one) => [one.practiceId, one]))
  if (byPractice.size === 0 || byPractice.size < smallest) return { kind: 'too-few' }
  const pounds = [...byPractice.values()]
    .map(({ yearlyPence, listSize }) => roundHalfUp(yearlyPence * BigInt(patients), 100n * BigInt(listSize)) * 100n)
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const at = (quarters: number) => pounds[Math.ceil((quarters * pounds.length) / 4) - 1]!
  return { kind: 'range', low: at(1), high: at(3), practices: pounds.length }
}
