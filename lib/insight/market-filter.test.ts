import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarketSort, marketQuery, marketSorts, parseMarketFilter, rankAreas } from './market-filter'
import { compareRatios } from './market-rules'
import { shippedMarket } from './reference/shipped-market'

const filters = fc.record({
  weight: fc.constantFrom('practices' as const, 'patients' as const),
  sort: fc.constantFrom(...(Object.keys(marketSorts) as MarketSort[])),
  icb: fc.option(fc.constantFrom('QHM', 'QE1')),
})

describe('the address of the market page', () => {
  it('is the whole state', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseMarketFilter(Object.fromEntries(new URLSearchParams(marketQuery(filter))))).toEqual(filter)
      }),
    )
  })

  it('ignores what it does not know', () => {
    const usual = { weight: 'practices', sort: 'hhi-down', icb: null }
    expect(parseMarketFilter({})).toEqual(usual)
    expect(parseMarketFilter({ weight: 'x', sort: 'toString', icb: '<b>' })).toEqual(usual)
  })

  it('ranks all areas, or those of one ICB', () => {
    const all = rankAreas(shippedMarket.areas, { weight: 'practices', sort: 'hhi-down', icb: null })
    expect(all).toHaveLength(106)
    expect(all.every((row, i) => i === 0 || compareRatios(all[i - 1]!.hhi, row.hhi) >= 0)).toBe(true)
    const some = rankAreas(shippedMarket.areas, { weight: 'patients', sort: 'tpp', icb: 'QE1' })
    expect(some.length).toBeGreaterThan(0)
    expect(some.every((row) => row.area.icbCode === 'QE1')).toBe(true)
  })
})
