import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import type { Price } from './price'
import { priceOf, tierOf, unitsInPenny } from './price-rules'

/** A higher quantity that costs less than a lower one: every quantity in from…to pays more than `cheaperAt` does. */
export type Cliff = { from: bigint; to: bigint; cheaperAt: bigint }

/** Where a Volume price falls off: just below each tier edge there may be quantities dearer than the edge itself (PRC-12). */
export function cliffsOf(price: Pick<Price, 'mode' | 'tiers'>): Cliff[] {
  if (price.mode === 'Cumulative') return []
  return price.tiers.flatMap((tier, i) => {
    const next = price.tiers[i + 1]
    if (!next) return []
    const [cheaperAt, cost] = cheapestFrom(price, i + 1)
    const to = next.from - 1n
    const first = price.mode === 'SingleFixed' ? singleFixedFrom(tier, cost) : volumeFrom(tier, cost)
    return first === undefined || first > to ? [] : [{ from: first, to, cheaperAt }]
  })
}

/** The saving of buying more: undefined where no higher quantity costs less. In 1/100,000 of a pound. */
export function cliffAt(
  price: Pick<Price, 'mode' | 'tiers'>,
  quantity: bigint,
): { at: bigint; saves: bigint } | undefined {
  const tier = tierOf(price.tiers, quantity)
  if (!tier || price.mode === 'Cumulative') return undefined
  const index = price.tiers.indexOf(tier)
  if (index === price.tiers.length - 1) return undefined
  const [at, cost] = cheapestFrom(price, index + 1)
  const saves = priceOf(price, quantity) - cost
  return saves > 0n ? { at, saves } : undefined
}

/** The cheapest quantity at or above tier `index`: always a tier's first, because inside a tier the price never falls. */
function cheapestFrom(price: Pick<Price, 'mode' | 'tiers'>, index: number): [bigint, bigint] {
  const edges = price.tiers.slice(index).map((t): [bigint, bigint] => [t.from, priceOf(price, t.from)])
  return edges.reduce((best, edge) => (edge[1] < best[1] ? edge : best))
}

function volumeFrom(tier: { from: bigint; unitPrice: bigint }, cost: bigint): bigint | undefined {
  if (tier.unitPrice === 0n) return undefined
  const first = cost / tier.unitPrice + 1n
  return first > tier.from ? first : tier.from
}

const singleFixedFrom = (tier: { from: bigint; unitPrice: bigint }, cost: bigint) =>
  tier.unitPrice > cost ? tier.from : undefined

/** Each cliff in a sentence: what the first and the last quantity on it pay too much. */
export function cliffWords(price: Price): string[] {
  const period = price.period === 'none' ? '' : ` a ${price.period}`
  return cliffsOf(price).map(({ from, to, cheaperAt }) => {
    const less = (quantity: bigint) => {
      const saves = priceOf(price, quantity) - priceOf(price, cheaperAt)
      return `${poundsWords(roundHalfUp(saves, unitsInPenny))}${period} less than ${grouped(quantity)}`
    }
    const both = from === to ? less(from) : `${less(from)}, and ${less(to)}`
    return `${grouped(cheaperAt)} ${price.unitPlural} cost ${both}.`
  })
}

const grouped = (quantity: bigint) => quantity.toLocaleString('en-GB')
