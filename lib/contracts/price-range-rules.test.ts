import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PricedContract, priceRangeOf } from './price-range-rules'

const pays = (practiceId: string, pounds: number, listSize = 10_000): PricedContract => ({
  practiceId,
  yearlyPence: BigInt(pounds) * 100n,
  listSize,
})
const bounds = { patients: 10_000, withinPercent: 25, smallest: 5 }

describe('P1: what practices like mine pay', () => {
  it('is the 25th and 75th percentile by nearest rank', () => {
    const others = [500, 100, 300, 200, 400].map((pounds, i) => pays(`p${i}`, pounds))
    expect(priceRangeOf(others, bounds)).toEqual({ kind: 'range', low: 200_00n, high: 400_00n, practices: 5 })
  })

  it('is not told of fewer practices than the smallest group, however many contracts they have', () => {
    const four = ['a', 'b', 'c', 'd'].flatMap((id) => [pays(id, 100), pays(id, 200)])
    expect(priceRangeOf(four, bounds)).toEqual({ kind: 'too-few' })
    expect(priceRangeOf([], { ...bounds, smallest: 0 })).toEqual({ kind: 'too-few' })
  })

  it('carries each price over to this list, and leaves out lists that are much smaller or larger', () => {
    const alike = ['a', 'b', 'c', 'd', 'e'].map((id) => pays(id, 800, 8_000))
    const unlike = [pays('small', 1, 7_499), pays('large', 99_999, 12_501)]
    expect(priceRangeOf([...alike, ...unlike], bounds)).toEqual({
      kind: 'range',
      low: 1_000_00n,
      high: 1_000_00n,
      practices: 5,
    })
  })

  it('always has at least a quarter at or below the low end and a quarter at or above the high end', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 5, maxLength: 60 }), (sums) => {
        const range = priceRangeOf(
          sums.map((pounds, i) => pays(String(i), pounds)),
          bounds,
        )
        if (range.kind !== 'range') throw new Error('five are enough')
        const pence = sums.map((pounds) => BigInt(pounds) * 100n)
        expect(pence.filter((p) => p <= range.low).length * 4).toBeGreaterThanOrEqual(sums.length)
        expect(pence.filter((p) => p >= range.high).length * 4).toBeGreaterThanOrEqual(sums.length)
        expect(range.low <= range.high).toBe(true)
      }),
    ))
})
