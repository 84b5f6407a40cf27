import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyFilter } from '@/lib/catalogue/module-filter'
import { expiryMarks, filterOf, queryOf, since, sinceWords } from './saved-filter-rules'

describe('CAT-8 a saved filter', () => {
  it('keeps what is looked for and not the page', () => {
    const filter = { ...emptyFilter, q: 'triage', cap: ['C5'], n: 9_800, page: 3, size: 100 as const }
    expect(queryOf(filter)).toBe('q=triage&cap=C5&n=9800')
    expect(filterOf(queryOf(filter))).toEqual({ ...filter, page: 1, size: 30 })
    expect(filterOf('')).toEqual(emptyFilter)
  })

  it('says what is new and what is gone', () => {
    expect(sinceWords(since(['a', 'b'], ['b', 'c', 'd', 'e']))).toBe('3 new, 1 gone')
    expect(sinceWords(since(['a'], ['a']))).toBe('Nothing new')
  })

  it('what is new and what is gone lead from the one to the other', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20)), fc.uniqueArray(fc.nat(20)), (before, now) => {
        const [a, b] = [before.map(String), now.map(String)]
        const { added, gone } = since(a, b)
        expect(new Set([...a.filter((id) => !gone.includes(id)), ...added])).toEqual(new Set(b))
      }),
      { numRuns: 1_000 },
    ))

  it('is marked when something in it expires', () => {
    const parts = [
      { name: 'TIF', expired: false, on: '2026-12-31' },
      { name: 'Old', expired: true, on: null },
      { name: 'Past', expired: false, on: '2026-03-01' },
      { name: 'Open', expired: false, on: null },
    ]
    expect(expiryMarks(parts, '2026-03-02')).toEqual([
      'TIF expires on 31 December 2026',
      'Old has expired',
      'Past expired on 1 March 2026',
    ])
  })
})
