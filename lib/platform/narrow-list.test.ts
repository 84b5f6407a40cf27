import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrow, questionAddress, rowsOfAPage } from './narrow-list'

type Row = { name: string; state: string }
const read = { textOf: (row: Row) => row.name, stateOf: (row: Row) => row.state }
const rows: Row[] = [
  { name: 'Meridian Health Systems', state: 'active' },
  { name: 'OpenPath Clinical', state: 'active' },
  { name: 'Meridian Reports', state: 'suspended' },
]
const names = (asked: unknown) => narrow(rows, asked, read).rows.map(({ name }) => name)

describe('a narrowed list', () => {
  it('shows all where nothing is asked, and counts them', () => {
    expect(narrow(rows, {}, read)).toMatchObject({ first: 1, total: 3, of: 3, page: 1, pages: 1 })
  })

  it('has every word, in any order and case, and the state', () => {
    expect(names({ q: ' systems MERIDIAN ' })).toEqual(['Meridian Health Systems'])
    expect(names({ q: 'meridian', state: 'suspended' })).toEqual(['Meridian Reports'])
    expect(narrow(rows, { q: 'nobody' }, read)).toMatchObject({ rows: [], first: 0, total: 0, of: 3, pages: 1 })
  })

  it('takes what is odd in an address for nothing asked', () => {
    expect(names({ q: ['a', 'b'], state: 'x'.repeat(41), page: 'minus one' })).toHaveLength(3)
  })

  it('every row stands on exactly one page, and a page past the end is the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * rowsOfAPage }), (count) => {
        const many = Array.from({ length: count }, (_, i) => ({ name: `row ${i}`, state: '' }))
        const { pages } = narrow(many, {}, read)
        const shown = Array.from({ length: pages }, (_, i) => narrow(many, { page: String(i + 1) }, read).rows).flat()
        expect(shown).toEqual(many)
        expect(narrow(many, { page: '999' }, read).page).toBe(pages)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps its question in the address', () => {
    const { question } = narrow(rows, { q: 'a & b', state: 'active' }, read)
    expect(questionAddress('/standards', question, 2)).toBe('/standards?q=a+%26+b&state=active&page=2')
    expect(questionAddress('/standards', narrow(rows, {}, read).question)).toBe('/standards')
  })
})
