import type { PricesInTime } from '@/lib/catalogue/module-view'
import { whole } from '@/lib/catalogue/prices/fraction'
import { penceFor } from '@/lib/catalogue/prices/line-rules'
import type { Price } from '@/lib/catalogue/prices/price'
import { priceWords, quantityFor } from '@/lib/catalogue/prices/price-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import { type Cell, notStated, plain } from './comparison'

/** What the prices of a module are for one practice: what is paid every year, once, and whether more follows from recorded use. */
type Sums = { yearly: bigint | undefined; once: bigint | undefined; term: bigint; byUse: boolean }

/** EVERY price counts, periodic and one-off (defect D2 of the predecessor): the price of a year, of a month, once and over the term. */
export const periodCell = (prices: PricesInTime, patients: number | null, period: 'month' | 'year'): Cell =>
  cellOf(prices, patients, ({ yearly }) =>
    period === 'year' || yearly === undefined ? yearly : roundHalfUp(yearly, 12n),
  )

export const onceCell = (prices: PricesInTime, patients: number | null): Cell =>
  prices.present.some((price) => price.period === 'none')
    ? cellOf(prices, patients, ({ once }) => once)
    : plain('Nothing once')

export const termCell = (prices: PricesInTime, patients: number | null, term: number | null): Cell =>
  term === null
    ? { words: 'Enter a term', tone: 'unknown' }
    : cellOf(
        prices,
        patients,
        (sums) => (sums.yearly === undefined && sums.once === undefined ? undefined : sums.term),
        term,
      )

/** Prices announced for later, each with the day on which it was announced (PRC-13). */
export const announcedCell = ({ announced }: PricesInTime): Cell =>
  announced.length === 0
    ? plain('None announced')
    : plain(
        announced
          .map(
            ({ price, announcedOn }) =>
              `From ${dayWords(price.validFrom)}: ${priceWords(price).join('; ')}, announced ${dayWords(announcedOn)}`,
          )
          .join('. '),
      )

/**
 * What is known beforehand over a term, licence and one-off apart, pence; undefined where nothing is, or the list size is missing.
 * `byUse`: more follows from recorded use.
 */
export function partsOverTerm({ present }: PricesInTime, patients: number | null, term: number) {
  if (patients === null && present.some((price) => price.basis === 'patient')) return undefined
  const { yearly, once, term: whole, byUse } = sumsOf(present, patients ?? 1, term)
  if (yearly === undefined && once === undefined) return undefined
  return { licence: whole - (once ?? 0n), oneOff: once ?? 0n, byUse }
}

function cellOf(
  { present }: PricesInTime,
  patients: number | null,
  pick: (sums: Sums) => bigint | undefined,
  term = 12,
): Cell {
  if (present.length === 0) return notStated
  if (patients === null && present.some((price) => price.basis === 'patient'))
    return { words: 'Enter your list size', tone: 'unknown' }
  const sums = sumsOf(present, patients ?? 1, term)
  const pence = pick(sums)
  if (pence === undefined) return sums.byUse ? plain('Depends on use') : notStated
  return plain(sums.byUse ? `${poundsWords(pence)}, and more by use` : poundsWords(pence))
}

function sumsOf(prices: Price[], patients: number, term: number): Sums {
  const sum = (chosen: Price[], months: number) =>
    chosen.length === 0
      ? undefined
      : chosen.reduce(
          (s, price) => s + penceFor(price, quantityFor(price, BigInt(patients))!, whole(BigInt(months))),
          0n,
        )
  const known = prices.filter((price) => price.basis !== 'on-demand')
  return {
    yearly: sum(
      known.filter((price) => price.period !== 'none'),
      12,
    ),
    once: sum(
      known.filter((price) => price.period === 'none'),
      1,
    ),
    term: sum(known, term) ?? 0n,
    byUse: known.length < prices.length,
  }
}
