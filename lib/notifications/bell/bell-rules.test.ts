import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/platform/days'
import { digestUntil, mondayOf, pathIn, rhythmFor, rhythmsOf } from './bell-rules'
import { type LetterKind, letterKinds } from './letter-kind'

const kinds = Object.keys(letterKinds) as LetterKind[]

describe('how often a letter is sent', () => {
  it('what must be provable cannot be switched off or put off', () => {
    expect(rhythmsOf('notices')).toEqual(['at-once'])
    expect(rhythmFor('notices', 'none')).toBe('at-once')
  })
  it('what asks somebody to act can be put off, and not be silenced', () => {
    expect(rhythmsOf('funding')).toEqual(['at-once', 'daily', 'weekly'])
    expect(rhythmFor('funding', 'none')).toBe('at-once')
    expect(rhythmFor('contracts', 'weekly')).toBe('weekly')
  })
  it.each(kinds)('%s goes out at once where nobody chose', (kind) => {
    expect(rhythmFor(kind, undefined)).toBe('at-once')
    expect(rhythmsOf(kind)).toContain('at-once')
  })
})

describe('digests', () => {
  it('a day is told when it is over in London, also in summer', () => {
    expect(digestUntil('daily', '2026-03-02').toISOString()).toBe('2026-03-02T00:00:00.000Z')
    expect(digestUntil('daily', '2026-07-02').toISOString()).toBe('2026-07-01T23:00:00.000Z')
  })
  it('a week is told from its Monday on, whichever day somebody looks', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (n) => {
        const day = addDays('2026-03-02', n)
        const monday = mondayOf(day)
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(monday <= day && addDays(monday, 7) > day).toBe(true)
        expect(dayOf(new Date(digestUntil('weekly', day).getTime() - 1))).toBe(addDays(monday, -1))
      }),
    ))
})

describe('where a letter leads', () => {
  const site = 'http://localhost:3000'
  it.each([
    [`It waits.\n\n${site}/funding/1`, '/funding/1'],
    [`Read ${site}/contracts/1. It ends soon.`, '/contracts/1'],
    [`First ${site}/a\nthen ${site}/modules/2#needs`, '/modules/2#needs'],
    ['It names no address', '/notifications'],
    ['Elsewhere http://example.com/x', '/notifications'],
  ])('%s', (text, path) => expect(pathIn(text, site)).toBe(path))
})
