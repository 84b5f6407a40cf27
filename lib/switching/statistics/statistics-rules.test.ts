import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile, type SwitchFigures, statisticsOf } from './statistics-rules'
import { suppress } from './suppression-rules'

const one = (given: Partial<SwitchFigures> = {}): SwitchFigures => ({
  from: 'Old',
  to: 'New',
  commissioner: 'NHS A',
  losing: 'Old Ltd',
  gaining: 'New Ltd',
  months: { opened: '2026-01', live: null, rolledBack: null, cancelled: null },
  days: [],
  foundS1: null,
  ...given,
})
const many = (n: number, given: Partial<SwitchFigures> = {}) => Array.from({ length: n }, () => one(given))

describe('suppression of small groups', () => {
  it('hides 1 to 4, and a second cell where the first would follow from the total; shows 0', () => {
    expect(suppress({ a: 3, b: 9, c: 6, d: 0 })).toEqual({ cells: { a: null, b: 9, c: null, d: 0 }, total: 18 })
  })
  it('hides the total where no second cell is left, and where the whole is small', () => {
    expect(suppress({ a: 3, b: 0 })).toEqual({ cells: { a: null, b: 0 }, total: null })
    expect(suppress({ a: 1, b: 1, c: 1, d: 1, e: 1 })).toMatchObject({ total: null })
  })
  it('hides nothing that need not be hidden', () => {
    expect(suppress({ a: 5, b: 12 })).toEqual({ cells: { a: 5, b: 12 }, total: 17 })
  })
  it('nobody can work out a small cell from what is shown', () => {
    const cells = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(cells, (counts) => {
        const given = Object.fromEntries(counts.map((n, i) => [`k${i}`, n]))
        const shown = suppress(given)
        const hidden = Object.keys(given).filter((key) => shown.cells[key] === null)
        for (const key of Object.keys(given)) if (given[key]! > 0 && given[key]! < 5) expect(hidden).toContain(key)
        if (shown.total === null || hidden.length === 0) return
        const sum = hidden.reduce((all, key) => all + given[key]!, 0)
        // Each hidden cell is at least 1: with two or more and a sum above their number, each has at least two values left.
        expect(hidden.length).toBeGreaterThan(1)
        expect(sum).toBeGreaterThan(hidden.length)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the public figures', () => {
  it('counts by month and way, and leaves a way with fewer than 5 out together with the one that would give it away', () => {
    const figures = statisticsOf([...many(8), ...many(6, { to: 'Other' }), ...many(2, { to: 'Third' })])
    expect(figures.months).toEqual([{ month: '2026-01', opened: 16, live: 0, rolledBack: 0, cancelled: 0 }])
    expect(figures.rows.map(({ to, opened }) => [to, opened])).toEqual([
      ['New', 8],
      ['Other', null],
      ['Third', null],
    ])
  })
  it('a month that is hidden does not follow from the others and the sum', () => {
    const in_ = (opened: string) => ({ months: { opened, live: null, rolledBack: null, cancelled: null } })
    const figures = statisticsOf([...many(9, in_('2026-01')), ...many(7, in_('2026-02')), ...many(2, in_('2026-03'))])
    expect(figures.switches).toBe(18)
    expect(figures.months.map((row) => row.opened)).toEqual([9, null, null])
    expect(figures.rows.filter((row) => row.month === '2026-02')[0]!.opened).toBeNull()
  })
  it('shows days of a stage only where 5 switches passed it: the median and the ninth of ten', () => {
    const days = [1, 2, 3, 4, 50].map((n) => one({ days: [{ stage: 'Draft', days: n }] }))
    expect(statisticsOf(days).stages).toEqual([{ stage: 'Draft', switches: 5, medianDays: 3, p90Days: 50 }])
    expect(statisticsOf(days.slice(1)).stages).toEqual([])
    expect(quantile([10, 20, 30, 40], 0.5)).toBe(20)
  })
  it('says in how many a comparison found an S1 before go-live, and hides both where one is small', () => {
    expect(statisticsOf([...many(7, { foundS1: true }), ...many(9, { foundS1: false })]).s1BeforeGoLive).toEqual({
      checked: 16,
      found: 7,
    })
    expect(
      statisticsOf([...many(7, { foundS1: true }), ...many(2, { foundS1: false })]).s1BeforeGoLive.found,
    ).toBeNull()
  })
  it('hides a commissioner with fewer than 5, and the next one with it', () => {
    const figures = statisticsOf([
      ...many(9),
      ...many(6, { commissioner: 'NHS B' }),
      ...many(1, { commissioner: 'NHS C' }),
    ])
    expect(figures.commissioners.filter((row) => row.opened !== null)).toEqual([{ name: 'NHS A', opened: 9 }])
  })
  it('shows nothing of what was opened where the sum of all would give one away', () => {
    const months = ['01', '02', '03', '04', '05'].map((m) =>
      one({ months: { opened: `2026-${m}`, live: null, rolledBack: null, cancelled: null } }),
    )
    const figures = statisticsOf(months)
    expect(figures.switches).toBeNull()
    expect([...figures.months, ...figures.rows, ...figures.commissioners].map((row) => row.opened)).toEqual(
      Array.from({ length: 11 }, () => null),
    )
  })
  it('a portal without switches has empty figures', () => {
    expect(statisticsOf([])).toMatchObject({ switches: 0, months: [], rows: [], stages: [], commissioners: [] })
  })
})
