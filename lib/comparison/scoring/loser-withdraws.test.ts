import { describe, expect, it } from 'vitest'
import type { Option } from './absolute'
import { rankedBy, wholeLifePence } from './absolute-rules'
import { bandOf } from './scoring-rules'

/**
 * How often a losing option that withdraws changes the winner, on SYNTHETIC comparisons: five options, £8,000 to £19,700
 * (log-uniform), quality 1 to 5. Only the direction is checked; the figures say nothing of a real market.
 */
const comparisons = 3_000
const weights = [30, 40, 60]
type Rule = (options: Option[], priceWeight: number) => string

/** Mulberry32: the same comparisons in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function comparison(next: () => number): Option[] {
  return Array.from({ length: 5 }, (_, i) => {
    const licence = BigInt(Math.round(800_000 * (19_700 / 8_000) ** next()))
    const points = BigInt(1 + Math.floor(next() * 5))
    const cost = { licence, oneOff: 0n, leaving: null, overlap: null }
    return { id: `o${i}`, cost, meetsMusts: true, points, worthPence: points * 150_000n }
  })
}

const price = (o: Option) => Number(wholeLifePence(o.cost))
const quality = (o: Option) => Number(o.points)
/** The first of those with the greatest total, so that a tie does not count as a change. */
const greatest = (options: Option[], total: (o: Option) => number): string =>
  options.reduce((best, o) => (total(o) > total(best) + 1e-9 ? o : best)).id
const stretched = (value: number, all: number[]) =>
  Math.max(...all) === Math.min(...all) ? 1 : (value - Math.min(...all)) / (Math.max(...all) - Math.min(...all))

const rules: Record<string, Rule> = {
  'min–max': (options, w) =>
    greatest(
      options,
      (o) =>
        w * (1 - stretched(price(o), options.map(price))) + (100 - w) * stretched(quality(o), options.map(quality)),
    ),
  bands: (options, w) => {
    const low = options.map((o) => wholeLifePence(o.cost)).reduce((a, b) => (b < a ? b : a))
    return greatest(options, (o) => w * bandOf(wholeLifePence(o.cost), low) + (100 - w) * quality(o))
  },
  'lowest over price': (options, w) => {
    const low = Math.min(...options.map(price))
    return greatest(options, (o) => (w * low) / price(o) + ((100 - w) * quality(o)) / 5)
  },
  threshold: (options) => rankedBy('threshold', options, 3n)[0]!.id,
  'per-point': (options) => rankedBy('per-point', options)[0]!.id,
  'in-pounds': (options) => rankedBy('in-pounds', options)[0]!.id,
}

/** Share of the comparisons in which some loser's withdrawal changes the winner, 0 to 1. */
function changed(rule: Rule, weight: number): number {
  const next = numbers(20_261_130)
  let count = 0
  for (let i = 0; i < comparisons; i++) {
    const options = comparison(next)
    const winner = rule(options, weight)
    const without = options.filter(({ id }) => id !== winner).map(({ id }) => options.filter((o) => o.id !== id))
    if (without.some((left) => rule(left, weight) !== winner)) count++
  }
  return count / comparisons
}

describe('COM-9, ABS: a loser withdraws from synthetic comparisons', () => {
  it.each(weights)(
    'price weight %i: min–max hangs on losers most, bands less, lowest over price least; the views never',
    (weight) => {
      const share = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, changed(rule, weight)]))
      expect(share['min–max']!).toBeGreaterThan(share.bands!)
      expect(share.bands!).toBeGreaterThan(share['lowest over price']!)
      expect([share.threshold, share['per-point'], share['in-pounds']]).toEqual([0, 0, 0])
    },
  )
})
