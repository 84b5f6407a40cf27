import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cliffWords } from './cliff-rules'
import { costOf, isPlotted, marksUpTo, piecesByListSize, piecesOf, plotEnd, quantitiesShown } from './plot-rules'
import type { Price } from './price'

const price = (over: Partial<Price>): Price => ({
  id: 'p',
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'unit',
  unitPlural: 'units',
  definition: null,
  tiers: [{ from: 1n, unitPrice: 126_000n }],
  validFrom: '2026-01-01',
  ...over,
})
const tiers = [
  { from: 1n, unitPrice: 10_000_000n },
  { from: 10n, unitPrice: 5_000_000n },
  { from: 100n, unitPrice: 2_500_000n },
]

describe('the picture of a price', () => {
  it('catalogue §7 a Volume price falls off at its edges', () => {
    expect(piecesOf(price({ tiers }), 150n)).toEqual([
      [
        { quantity: 1n, pence: 10_000n },
        { quantity: 9n, pence: 90_000n },
      ],
      [
        { quantity: 10n, pence: 50_000n },
        { quantity: 99n, pence: 495_000n },
      ],
      [
        { quantity: 100n, pence: 250_000n },
        { quantity: 150n, pence: 375_000n },
      ],
    ])
    expect(piecesOf(price({ tiers }), 50n)).toHaveLength(2)
  })

  it('PRC-12 says the cliff in words', () => {
    expect(cliffWords(price({ tiers, period: 'none', basis: 'declarative' }))).toEqual([
      '10 units cost £100.00 less than 6, and £400.00 less than 9.',
      '100 units cost £50.00 less than 51, and £2,450.00 less than 99.',
    ])
    expect(cliffWords(price({ tiers, mode: 'Cumulative' }))).toEqual([])
    expect(cliffWords(price({ tiers, mode: 'SingleFixed' }))[0]).toBe(
      '100 units cost £75.00 a year less than 1, and £75.00 a year less than 9.',
    )
  })

  it('by list size a price for the practice is level, and one by use is not drawn', () => {
    const flat = price({ basis: 'declarative', period: 'month', tiers: [{ from: 1n, unitPrice: 10_000_000n }] })
    expect(piecesByListSize(flat, 20_000n)?.[0]?.map((p) => p.pence)).toEqual([120_000n, 120_000n])
    expect(piecesByListSize(price({ basis: 'on-demand' }), 20_000n)).toBeUndefined()
    expect([isPlotted(flat), isPlotted(price({})), isPlotted({ ...flat, tiers })]).toEqual([false, true, true])
  })

  it('ends past the last edge and the own size, and counts in round steps', () => {
    expect(plotEnd([price({})], null)).toBe(20_000n)
    expect(plotEnd([price({})], 36_963)).toBe(50_000n)
    expect(plotEnd([price({ basis: 'declarative', tiers })], null)).toBe(140n)
    expect(marksUpTo(20_000n)).toEqual([0n, 5_000n, 10_000n, 15_000n, 20_000n])
    expect(marksUpTo(0n)).toEqual([0n, 1n])
    expect(quantitiesShown([price({})], 20_000n, 9_800)).toEqual([1n, 5_000n, 9_800n, 10_000n, 15_000n, 20_000n])
  })

  it('a piece is the price for every quantity on it, to a penny', () => {
    const random = fc
      .record({
        mode: fc.constantFrom<Price['mode']>('SingleFixed', 'Volume', 'Cumulative'),
        period: fc.constantFrom<Price['period']>('none', 'month', 'year'),
        froms: fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { maxLength: 6 }),
        prices: fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 7, maxLength: 7 }),
      })
      .map(({ froms, prices, ...over }) =>
        price({
          ...over,
          tiers: [1, ...froms.sort((a, b) => a - b)].map((from, i) => ({
            from: BigInt(from),
            unitPrice: BigInt(prices[i]! * 10),
          })),
        }),
      )
    fc.assert(
      fc.property(random, fc.bigInt({ min: 1n, max: 80n }), (p, quantity) => {
        const [a, b] = piecesOf(p, 80n).find(([from, to]) => from.quantity <= quantity && quantity <= to.quantity)!
        const width = b.quantity - a.quantity || 1n
        const between = a.pence * width + (b.pence - a.pence) * (quantity - a.quantity)
        const off = costOf(p, quantity) * width - between
        expect(off <= width && off >= -width).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('marks are four to ten steps that reach the most', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 5n, max: 10n ** 14n }), (most) => {
        const marks = marksUpTo(most)
        expect(marks.at(-1)! >= most && marks.at(-2)! < most && marks.length <= 11).toBe(true)
      }),
      { numRuns: 1_000 },
    ))
})
