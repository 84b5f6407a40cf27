import { describe, expect, it } from 'vitest'
import { commonestShown, countsOf, type FacetNames, facetsOf, shownValues, withoutUnknown } from './facet-rules'
import { emptyFilter } from './module-filter'

const names: FacetNames = { cap: { C5: 'Appointments', C13: 'Record' }, int: {}, fw: { F1: 'One' }, supplier: {} }
const groups = [
  { facet: 'cap', values: ['C5'], count: 3 },
  { facet: 'cap', values: ['C13'], count: 2 },
  { facet: 'app', values: ['browser'], count: 4 },
  { facet: 'app', values: ['browser', 'mobile'], count: 5 },
  { facet: 'app', values: ['desktop'], count: 1 },
]
const counts = (filter: Partial<typeof emptyFilter>, name: 'cap' | 'app') =>
  facetsOf(countsOf(groups, { ...emptyFilter, ...filter }), names, { ...emptyFilter, ...filter }, 9)[name].map((v) => [
    v.label,
    v.count,
    v.chosen,
  ])

describe('the values beside a facet', () => {
  it('capabilities narrow: the count is of those that have it as well', () => {
    expect(counts({}, 'cap')).toEqual([
      ['Appointments', 3, false],
      ['Record', 2, false],
    ])
  })

  it('the others widen: a module with several values counts once', () => {
    expect(counts({}, 'app')).toEqual([
      ['Browser', 9, false],
      ['Desktop', 1, false],
      ['Mobile or tablet', 5, false],
    ])
    expect(counts({ app: ['browser'] }, 'app')).toEqual([
      ['Browser', 9, true],
      ['Desktop', 10, false],
      ['Mobile or tablet', 9, false],
    ])
  })

  it('a chosen value stays, even where nothing bears it', () => {
    expect(facetsOf(countsOf([], emptyFilter), names, { ...emptyFilter, cap: ['C5'] }, 0).cap).toEqual([
      { value: 'C5', label: 'Appointments', chosen: true, count: 0 },
    ])
  })

  it('a long facet shows the commonest and the chosen in their order, and says how many are left', () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ value: `s${i}`, label: `s${i}`, count: i, chosen: i === 2 }))
    const { shown, left } = shownValues(values, false)
    expect(shown.map((v) => v.value)).toEqual(['s2', ...values.slice(8).map((v) => v.value)])
    expect([shown.length, left]).toEqual([commonestShown + 1, 7])
    expect(shownValues(values, true)).toEqual({ shown: values, left: 0 })
    expect(shownValues(values.slice(0, 5), false).left).toBe(0)
  })

  it('CAT-7 unknown values are left out and their facets named', () => {
    expect(withoutUnknown({ ...emptyFilter, cap: ['C13', 'C99'], host: ['moon'], fw: ['F1'] }, names)).toEqual({
      filter: { ...emptyFilter, cap: ['C13'], fw: ['F1'] },
      ignored: ['cap', 'host'],
    })
    expect(withoutUnknown(emptyFilter, names)).toEqual({ filter: emptyFilter, ignored: [] })
  })
})
