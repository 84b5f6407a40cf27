import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Option, type View, views } from './absolute'
import { adjustedPence, dominatedBy, rankedBy, wholeLifePence } from './absolute-rules'

const option = (id: string, pounds: number, points: number | null = null, over: Partial<Option> = {}): Option => ({
  id,
  cost: { licence: BigInt(pounds * 100), oneOff: 0n, leaving: null, overlap: null },
  meetsMusts: true,
  points: points === null ? null : BigInt(points),
  worthPence: null,
  ...over,
})
const order = (view: View, options: Option[], floor: bigint | null = null) =>
  rankedBy(view, options, floor).map(({ id, place }) => (place === null ? `(${id})` : id))

describe('ABS-1 to ABS-3: the views', () => {
  it('ABS-1: musts and floor first, then the lowest whole-life cost', () => {
    const options = [
      option('a', 300, 5),
      option('b', 100, 2),
      option('c', 200, 3),
      option('d', 50, 5, { meetsMusts: false }),
    ]
    expect(order('threshold', options, 3n)).toEqual(['c', 'a', '(d)', '(b)'])
    expect(order('threshold', options)).toEqual(['b', 'c', 'a', '(d)'])
  })
  it('ABS-2: cost a point without a quotient; no points last', () => {
    // 1/3 of £100.00 and 1/3 of £100.01 differ by less than a penny a point.
    const options = [option('b', 100.01, 3), option('a', 100, 3), option('none', 1, 0), option('c', 100, 4)]
    expect(order('per-point', options)).toEqual(['c', 'a', 'b', '(none)'])
  })
  it('ABS-3: cost less what the quality is worth, which may go below nothing', () => {
    const options = [option('cheap', 100, 1, { worthPence: 0n }), option('good', 180, 5, { worthPence: 20_000n })]
    expect(options.map(adjustedPence)).toEqual([10_000n, -2_000n])
    expect(order('in-pounds', options)).toEqual(['good', 'cheap'])
  })
  it('whole-life is licence, one-off, leaving and overlap; what is not known is left out', () => {
    expect(wholeLifePence({ licence: 1n, oneOff: 2n, leaving: 4n, overlap: 8n })).toBe(15n)
    expect(wholeLifePence({ licence: 1n, oneOff: 2n, leaving: null, overlap: null })).toBe(3n)
  })
  it('equals stand in the order of their ids', () => {
    for (const view of views) expect(order(view, [option('b', 1, 1), option('a', 1, 1)])).toEqual(['a', 'b'])
  })
  it('dominated: dearer and no better than one that meets the musts; equals are not', () => {
    const options = [
      option('a', 100, 3),
      option('twin', 100, 3),
      option('b', 120, 3),
      option('c', 120, 4),
      option('d', 90, 9, { meetsMusts: false }),
    ]
    expect([...dominatedBy(options)]).toEqual([['b', 'a']])
    expect([...dominatedBy([option('x', 1), option('y', 2)])]).toEqual([])
  })
})

/** Options as a test draws them, few enough figures for ties to be frequent. */
const drawn = fc
  .array(
    fc.record({
      pounds: fc.integer({ min: 0, max: 40 }),
      points: fc.option(fc.integer({ min: 0, max: 6 })),
      worthPence: fc.bigInt({ min: 0n, max: 4_000n }),
      meetsMusts: fc.boolean(),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((rows) => rows.map(({ pounds, points, ...over }, i) => option(`o${i}`, pounds, points, over)))

/** True where leaving out any one that does not win leaves the winner as it is. */
function isSteady(options: Option[], winnerOf: (of: Option[]) => string | undefined): boolean {
  const winner = winnerOf(options)
  return options
    .filter(({ id }) => id !== winner)
    .every(({ id }) => winnerOf(options.filter((o) => o.id !== id)) === winner)
}
const winner = (view: View, floor: bigint | null) => (options: Option[]) =>
  rankedBy(view, options, floor).find(({ place }) => place === 1)?.id
/** The rule that is not offered: both figures stretched between the best and the worst that happen to be listed. */
function minMaxWinner(options: Option[]): string | undefined {
  const score = (values: number[], at: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return high === low ? 1 : (values[at]! - low) / (high - low)
  }
  const costs = options.map(({ cost }) => -Number(wholeLifePence(cost)))
  const points = options.map((o) => Number(o.points ?? 0n))
  const totals = options.map((_, i) => 0.4 * score(costs, i) + 0.6 * score(points, i))
  return options[totals.indexOf(Math.max(...totals))]?.id
}

describe('scoring/', () => {
  it.each(views)('remove-any-loser-winner-unchanged: %s', (view) => {
    fc.assert(
      fc.property(drawn, fc.option(fc.bigInt({ min: 0n, max: 6n })), (options, floor) =>
        isSteady(options, winner(view, floor)),
      ),
      { numRuns: 2_000 },
    )
  })
  it('the same property fails on min–max, so that it is not blind', () => {
    const found = fc.check(
      fc.property(drawn, (options) => isSteady(options, minMaxWinner)),
      { numRuns: 2_000, seed: 7 },
    )
    expect(found.failed).toBe(true)
  })
  it('order-of-input-irrelevant', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...views), (options, view) => {
        expect(rankedBy(view, options.toReversed(), 3n)).toEqual(rankedBy(view, options, 3n))
      }),
    )
  })
  it('the winner of no view is dominated', () => {
    fc.assert(
      fc.property(drawn, (options) => {
        const worth = options.map((o) => ({ ...o, points: o.points ?? 0n, worthPence: (o.points ?? 0n) * 500n }))
        for (const view of ['per-point', 'in-pounds'] as const) {
          const first = rankedBy(view, worth).find(({ place }) => place === 1)
          if (first) expect(dominatedBy(worth).has(first.id)).toBe(false)
        }
      }),
    )
  })
})
