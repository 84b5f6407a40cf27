import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { theirs } from './theirs'

describe('CK-04: words of the supplier in a message', () => {
  it('CK-04: are at most 200 characters, without control characters or markup, whatever they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const shown = theirs(text)
        expect(shown.length).toBeLessThanOrEqual(200)
        expect(shown).not.toMatch(/[<>&"'`]|\p{Cc}|\p{Cf}|\p{Cs}/u)
      }),
    )
    expect(theirs('<script>\n')).toBe('\\u{3c}script\\u{3e}\\u{a}')
    expect(theirs('\\u{3c}')).toBe('\\u{5c}u{3c}')
    expect(theirs('é “Ł” 17')).toBe('é “Ł” 17')
    expect(theirs(undefined)).toBe('nothing')
  })

  it('CK-04: hold nothing that looks like a secret', () => {
    for (const secret of [
      'Bearer abc.def',
      'postgres://admin:hunter2@db/x',
      'password=hunter2',
      '"api_key": "hunter2"',
      `x ${'A1b2'.repeat(10)} y`,
    ])
      expect(theirs(secret)).not.toMatch(/abc\.def|hunter2|A1b2A1b2/)
  })
})
