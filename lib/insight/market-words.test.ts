import { describe, expect, it } from 'vitest'
import { sharesAnswer, switchesAnswer } from './market-answers'
import { marketTable } from './market-download'
import { rankAreas } from './market-filter'
import { concentrationWords, index, percent, sourceWords, yearsOf } from './market-words'
import { shippedMarket } from './reference/shipped-market'

describe('the words of the market', () => {
  it('print shares and indices, and never a blank', () => {
    expect(percent({ n: 5875n, d: 100n })).toBe('58.8 %')
    expect(percent({ n: 300n, d: 6160n })).toBe('under 0.1 %')
    expect(percent({ n: 0n, d: 1n })).toBe('0.0 %')
    expect(percent(undefined)).toBe('none')
    expect(index({ n: 10_000n, d: 1n })).toBe('10,000.0')
    expect(index(undefined)).toBe('none')
  })

  it('say how concentrated a market is', () => {
    const of = (n: bigint) => concentrationWords({ n, d: 1n })
    expect(of(10_000n)).toBe('one supplier has all practices')
    expect(of(9_000n)).toBe('one supplier has nearly all practices')
    expect(of(6_250n)).toBe('two suppliers share nearly all practices')
    expect(of(3_000n)).toBe('several suppliers share the practices')
  })

  it('name source and days, and leave out what is not known', () => {
    expect(sourceWords(shippedMarket)).toContain('31 August 2025')
    expect(sourceWords({ ...shippedMarket, beforeAsOf: null, patientsAsOf: null })).not.toContain('GP2GP')
    expect(yearsOf({ ...shippedMarket, beforeAsOf: null })).toEqual({ now: '2025', before: 'earlier' })
  })
})

describe('the market as a table and as JSON', () => {
  it('has a row an area and its source in the last', () => {
    const { header, rows } = marketTable(
      shippedMarket,
      rankAreas(shippedMarket.areas, { weight: 'patients', sort: 'name', icb: null }),
      'patients',
    )
    expect(rows).toHaveLength(107)
    expect(rows.slice(0, -1).every((row) => row.length === header.length)).toBe(true)
    expect(rows.at(-1)![0]).toContain('Open Government Licence')
  })

  it('tells England, every area, and where the figures are from', () => {
    const shares = sharesAnswer(shippedMarket)
    expect(shares.england.patients.hhi).toBe('5107.3')
    expect(shares.england.practices.systems[0]).toEqual({ system: 'EMIS', count: 3619, sharePercent: '58.7500' })
    expect(shares.areas).toHaveLength(106)
    expect(switchesAnswer(shippedMarket).england).toMatchObject({
      practicesInBothLists: 5812,
      switched: 231,
      stayed: 5581,
    })
  })
})
