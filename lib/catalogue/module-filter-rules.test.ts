import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyFilter, facetNames, type ModuleFilter, sizes, sortOf, sorts } from './module-filter'
import { modulesAddress, parseAddress, serialiseFilter, withoutValue, withValue } from './module-filter-rules'

const values = fc
  .uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.@-]{0,12}$/), { maxLength: 4 })
  .map((v) => v.sort((a, b) => (a < b ? -1 : 1)))
const filter = fc.record({
  q: fc.string({ maxLength: 60, unit: 'grapheme' }).map((q) => q.replace(/\s+/g, ' ').trim()),
  ...(Object.fromEntries(facetNames.map((name) => [name, values])) as Record<
    (typeof facetNames)[number],
    typeof values
  >),
  proven: fc.boolean(),
  historic: fc.boolean(),
  n: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  sort: fc.option(fc.constantFrom(...sorts)),
  page: fc.integer({ min: 1, max: 100_000 }),
  size: fc.constantFrom(...sizes),
  all: fc.subarray([...facetNames]),
}) as fc.Arbitrary<ModuleFilter>
const read = (address: string) => parseAddress(`https://portal.example/modules?${address}`)

describe('the address of the list', () => {
  it('CAT-7 url-round-trip', () =>
    fc.assert(
      fc.property(filter, (f) => {
        expect(read(serialiseFilter(f))).toEqual({ filter: f, ignored: [] })
      }),
      { numRuns: 10_000 },
    ))

  it('reads ticked boxes, which a plain form repeats, like a list with commas', () => {
    expect(read('cap=C5&cap=C13&q=&n=').filter).toEqual({ ...emptyFilter, cap: ['C13', 'C5'] })
    expect(modulesAddress(read('cap=C5,C13&page=1').filter)).toBe('/modules?cap=C13,C5')
  })

  it('ignores what it does not know and names it', () => {
    expect(read('colour=red&all=moon&page=0&sort=best&n=many&size=5&host=%3Cscript%3E')).toEqual({
      filter: emptyFilter,
      ignored: ['all', 'colour', 'host', 'n', 'page', 'size', 'sort'],
    })
    expect(read(`q=${'a'.repeat(201)}`).ignored).toEqual(['q'])
  })

  it('choosing and dropping a value goes back to the first page', () => {
    const at = { ...emptyFilter, page: 3 }
    expect(withValue(at, 'host', 'hybrid')).toEqual({ ...emptyFilter, host: ['hybrid'] })
    expect(withoutValue(withValue(at, 'host', 'hybrid'), 'host', 'hybrid')).toEqual(emptyFilter)
  })

  it('sorts by relevance only where there is a search', () => {
    expect(sortOf(emptyFilter)).toBe('name')
    expect(sortOf({ ...emptyFilter, q: 'triage' })).toBe('relevance')
    expect(sortOf({ ...emptyFilter, sort: 'relevance' })).toBe('name')
    expect(sortOf({ ...emptyFilter, q: 'x', sort: 'price', n: 9_800 })).toBe('price')
    expect(sortOf({ ...emptyFilter, q: 'x', sort: 'price' })).toBe('relevance')
  })
})
