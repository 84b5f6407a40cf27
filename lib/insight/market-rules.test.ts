import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareRatios,
  decimal,
  hhi,
  median,
  movedOf,
  national,
  shareOf,
  switchesIn,
  systemsOf,
  withHhi,
} from './market-rules'
import { shippedMarket } from './reference/shipped-market'

const counts = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 0, max: 50_000 }))

describe('shares and concentration', () => {
  it('is 10,000 for one supplier and 5,000 for two equal ones', () => {
    expect(decimal(hhi({ EMIS: 7 })!, 1)).toBe('10000.0')
    expect(decimal(hhi({ EMIS: 7, TPP: 7 })!, 1)).toBe('5000.0')
    expect(decimal(hhi({ EMIS: 9, TPP: 27 })!, 1)).toBe('6250.0')
    expect(hhi({})).toBeUndefined()
    expect(shareOf({ EMIS: 0 }, 'EMIS')).toBeUndefined()
  })

  it('shares sum to 100 exactly, and HHI is that of their squares', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const index = hhi(given)
        if (!index) return
        const shares = Object.keys(given).map((system) => shareOf(given, system)!)
        const d = shares[0]!.d
        expect(shares.reduce((sum, share) => sum + share.n, 0n)).toBe(100n * d)
        expect(index.n * d * d).toBe(shares.reduce((sum, share) => sum + share.n * share.n, 0n) * index.d)
        expect(compareRatios(index, { n: 10_000n, d: 1n })).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('takes the middle one, or the mean of two', () => {
    const of = (...values: number[]) => decimal(median(values.map((v) => ({ n: BigInt(v), d: 1n })))!, 1)
    expect([of(3, 1, 2), of(4, 1), of(9)]).toEqual(['2.0', '2.5', '9.0'])
    expect(median([])).toBeUndefined()
  })
})

describe('the shipped figures', () => {
  const england = national(shippedMarket)

  it('August 2025: EMIS 3,619, TPP 2,538, Medicus 3, 6 unresolved; HHI 5,149.1 by practices, 5,107.3 by patients', () => {
    expect(england.practices).toEqual({ EMIS: 3619, TPP: 2538, MEDICUS: 3 })
    expect(england.unresolved).toBe(6)
    const shares = systemsOf(england.practices).map((system) => decimal(shareOf(england.practices, system)!, 4))
    expect(shares).toEqual(['58.7500', '41.2013', '0.0487'])
    expect(decimal(hhi(england.practices)!, 1)).toBe('5149.1')
    expect(decimal(hhi(england.patients)!, 1)).toBe('5107.3')
  })

  it('106 areas, 49 with a single supplier, median HHI 9,639.8', () => {
    expect(shippedMarket.areas).toHaveLength(106)
    expect(withHhi(shippedMarket.areas, 'practices')).toHaveLength(106)
    expect(england.singleSupplierAreas).toBe(49)
    expect(decimal(england.medianHhi!, 1)).toBe('9639.8')
  })

  it('September 2019: EMIS 4,125, TPP 2,515, HHI 5,294.0', () => {
    expect(england.before).toEqual({ EMIS: 4125, TPP: 2515 })
    expect(decimal(shareOf(england.before, 'EMIS')!, 3)).toBe('62.123')
    expect(decimal(shareOf(england.before, 'TPP')!, 3)).toBe('37.877')
    expect(decimal(hhi(england.before)!, 1)).toBe('5294.0')
  })

  it('2019 to 2025: of 5,812 practices 219 moved EMIS to TPP and 12 TPP to EMIS', () => {
    expect(switchesIn(england.moves)).toEqual([
      { from: 'EMIS', to: 'TPP', practices: 219 },
      { from: 'TPP', to: 'EMIS', practices: 12 },
    ])
    expect(movedOf(england.moves)).toEqual({ moved: 231, of: 5812 })
  })
})
