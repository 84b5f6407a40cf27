import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import type { Price } from './price'
import { duplicatesOf, headlineOf, headlinesInTime, pricesAfter, pricesOn } from './price-day-rules'

const price = (id: string, validFrom: string, over: Partial<Price> = {}): Price => ({
  id,
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'patient',
  unitPlural: 'patients',
  definition: null,
  tiers: [{ from: 1n, unitPrice: 126_000n }],
  validFrom,
  ...over,
})
const now = price('now', '2026-01-01')
const rise = price('rise', '2027-03-01', { tiers: [{ from: 1n, unitPrice: 130_000n }] })
const set = price('set-up', '2026-06-01', { basis: 'declarative', period: 'none', unit: 'practice' })
const ids = (prices: Price[]) => prices.map((p) => p.id)

describe('PRC-13 the price that holds on a day', () => {
  it('is the present one on the day before the rise, and the dearer one from its first day', () => {
    expect(ids(pricesOn([now, set, rise], '2027-02-28'))).toEqual(['now', 'set-up'])
    expect(ids(pricesOn([now, set, rise], '2027-03-01'))).toEqual(['rise', 'set-up'])
    expect(ids(pricesAfter([now, rise, set], '2026-01-01'))).toEqual(['set-up', 'rise'])
    expect(pricesOn([rise], '2027-02-28')).toEqual([])
  })

  it('lists show the first periodic one of them, and know beforehand which comes when', () => {
    expect(headlineOf(pricesOn([set, now, rise], '2027-03-01'))?.id).toBe('rise')
    expect(ids(headlinesInTime([set, now, rise]))).toEqual(['now', 'rise'])
    expect(headlinesInTime([set])).toEqual([])
  })

  it('other units and bases stand beside each other', () => {
    const license = price('license', '2026-02-01', { basis: 'declarative', unit: 'licence' })
    expect(ids(pricesOn([now, license], '2026-02-01'))).toEqual(['now', 'license'])
  })

  it('PRC-6 two of one kind from the same day are duplicates', () => {
    expect(ids(duplicatesOf([now, rise, set, price('twin', '2027-03-01')]))).toEqual(['twin'])
    expect(duplicatesOf([now, rise, set])).toEqual([])
  })

  const random = fc
    .array(
      fc.record({
        day: fc.integer({ min: 0, max: 20 }),
        unit: fc.constantFrom('patient', 'licence'),
        period: fc.constantFrom<Price['period']>('none', 'month', 'year'),
      }),
      { maxLength: 8 },
    )
    .map((drawn) =>
      drawn.map(({ day, ...over }, i) =>
        price(String(i), addDays('2026-01-01', day), { ...over, basis: 'declarative' }),
      ),
    )

  it('pricing/ one-price-of-a-kind-a-day: every price held is the newest begun of its kind', () =>
    fc.assert(
      fc.property(random, fc.integer({ min: -1, max: 21 }), (prices, n) => {
        const day = addDays('2026-01-01', n)
        const held = pricesOn(prices, day)
        const brute = prices.filter(
          (p) =>
            p.validFrom <= day &&
            !prices.some(
              (o) =>
                o.unit === p.unit &&
                (o.period === 'none') === (p.period === 'none') &&
                o.validFrom <= day &&
                o.validFrom > p.validFrom,
            ),
        )
        expect(new Set(held)).toEqual(new Set(brute))
        expect(held).toHaveLength(brute.length)
      }),
      { numRuns: 1_000 },
    ))

  it('pricing/ what a search keeps beforehand is what the day gives', () =>
    fc.assert(
      fc.property(random, fc.integer({ min: 0, max: 21 }), (prices, n) => {
        const day = addDays('2026-01-01', n)
        const kept = headlinesInTime(prices).findLast((p) => p.validFrom <= day)
        expect(kept).toBe(headlineOf(pricesOn(prices, day)))
      }),
      { numRuns: 1_000 },
    ))
})
