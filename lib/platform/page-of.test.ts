import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf, readCursor, readPaging, writeCursor } from './page-of'

describe('pages of a public list', () => {
  it('every row once, in order, whatever the size of the page', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,8}$/), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (keys, limit) => {
          const seen: string[] = []
          for (let after = '', more = true; more; ) {
            const page = pageOf(keys, (k) => k, after, limit)
            seen.push(...page.data)
            more = page.next !== null
            if (page.next) after = readCursor(page.next)!
          }
          expect(seen).toEqual([...keys].sort())
        },
      ),
      { numRuns: 1000 },
    )
  })
  it.each(['', '!', 'YQ=', writeCursor('a').slice(0, 1), 'a'.repeat(201)])('refuses the cursor "%s"', (cursor) =>
    expect(readCursor(cursor)).toBeUndefined(),
  )
  it.each(['limit=0', 'limit=101', 'limit=ten', 'limit=-1', 'cursor=%21'])('says what is wrong with %s', (query) =>
    expect(readPaging(new URLSearchParams(query))).toHaveProperty('wrong'),
  )
  it('begins at the beginning with fifty', () =>
    expect(readPaging(new URLSearchParams(''))).toEqual({ after: '', limit: 50 }))
})
