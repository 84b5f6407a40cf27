import type { Price } from './price'
import { oneOffPence, quantityFor, yearlyPence } from './price-rules'

/** A point of a price's picture: exact pence for a whole quantity. */
export type PlotPoint = { quantity: bigint; pence: bigint }
/** A straight piece from its first quantity to its last; between two pieces the price may jump. */
export type PlotPiece = [PlotPoint, PlotPoint]

const usualListSizes = 20_000n

/** What `quantity` costs: a year, or once. */
export const costOf = (price: Price, quantity: bigint): bigint =>
  yearlyPence(price, quantity) ?? oneOffPence(price, quantity) ?? 0n

/** The price from 1 to `end` units: inside a tier it is a straight line, so its two ends say all of it. */
export function piecesOf(price: Price, end: bigint): PlotPiece[] {
  return price.tiers.flatMap((tier, i): PlotPiece[] => {
    if (tier.from > end) return []
    const next = price.tiers[i + 1]?.from
    const to = next === undefined || next > end ? end : next - 1n
    return [[point(price, tier.from), point(price, to)]]
  })
}

/** The same by list size: a price for the practice is the same for every size; undefined where it follows recorded use. */
export function piecesByListSize(price: Price, end: bigint): PlotPiece[] | undefined {
  if (price.basis === 'patient') return piecesOf(price, end)
  const quantity = quantityFor(price, end)
  if (quantity === undefined) return undefined
  const pence = costOf(price, quantity)
  return [
    [
      { quantity: 1n, pence },
      { quantity: end, pence },
    ],
  ]
}

/** A picture tells more than the words where the price grows with the list or falls into tiers. */
export const isPlotted = (price: Price): boolean => price.basis === 'patient' || price.tiers.length > 1

/** Where a picture of these prices ends: past their last tier edge and past the reader's own size, at a round number. */
export function plotEnd(prices: Price[], own: number | null): bigint {
  const edges = prices.map((price) => price.tiers.at(-1)?.from ?? 1n)
  const least = prices.some((price) => price.basis === 'patient') ? usualListSizes : 10n
  const reach = [...edges, BigInt(own ?? 0)].reduce((most, n) => (n > most ? n : most), 0n)
  const wanted = (reach * 5n) / 4n
  return roundUp(wanted > least ? wanted : least)
}

/** Round marks from 0 to the first at or past `most`: four to ten steps of 1, 2 or 5 times a power of ten. */
export function marksUpTo(most: bigint): bigint[] {
  const step = niceAtLeast(most < 5n ? 1n : (most + 4n) / 5n)
  const count = (most + step - 1n) / step
  return Array.from({ length: Number(count < 1n ? 1n : count) + 1 }, (_, i) => BigInt(i) * step)
}

/** Quantities worth a row in the table beside the picture: both ends of every piece, round marks and the reader's own. */
export function quantitiesShown(prices: Price[], end: bigint, own: number | null): bigint[] {
  const ends = prices.flatMap((price) => piecesOf(price, end).flatMap((piece) => piece.map((p) => p.quantity)))
  const marks = marksUpTo(end).filter((mark) => mark > 0n && mark <= end)
  const all = [...new Set([...ends, ...marks, ...(own === null ? [] : [BigInt(own)])])]
  return all.sort((a, b) => (a < b ? -1 : 1))
}

const point = (price: Price, quantity: bigint): PlotPoint => ({ quantity, pence: costOf(price, quantity) })

/** The least of 1, 2 or 5 times a power of ten that is not below `n`. */
function niceAtLeast(n: bigint): bigint {
  let power = 1n
  while (power * 10n <= n) power *= 10n
  return [1n, 2n, 5n, 10n].map((k) => k * power).find((nice) => nice >= n)!
}
const roundUp = (n: bigint): bigint => {
  const step = niceAtLeast((n + 9n) / 10n)
  return ((n + step - 1n) / step) * step
}
