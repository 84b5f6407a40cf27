import { describe, expect, it } from 'vitest'
import { closeness, correctSpelling, similarity } from './spelling-rules'

const known = ['Meridian Practice', 'OpenPath Record', 'Larkfield Appointments', 'Document Management']

describe('misspelt searches', () => {
  it('likeness is that of pg_trgm', () => {
    expect(similarity('word', 'word')).toBe(1)
    expect(similarity('word', 'two words'.slice(4))).toBeCloseTo(4 / 7, 5)
    expect(similarity('abc', 'xyz')).toBe(0)
  })

  it('slips: added, lost, changed, swapped; more than two are none', () => {
    expect(closeness('recrod', 'record')).toBeCloseTo(5 / 6, 5)
    expect(closeness('recod', 'record')).toBeCloseTo(5 / 6, 5)
    expect(closeness('recxrd', 'record')).toBeCloseTo(5 / 6, 5)
    expect(closeness('record', 'record')).toBe(1)
    expect([closeness('abcdef', 'uvwxyz'), closeness('ab', 'ba'), closeness('a', 'abcd')]).toEqual([0, 0, 0])
  })

  it.each([
    ['merridian', 'meridian'],
    ['opnpath record', 'openpath record'],
    ['apointments', 'appointments'],
    ['opnpath recrod', 'openpath record'],
    ['document managment', 'document management'],
  ])('%s becomes %s', (typed, meant) => expect(correctSpelling(typed, known)).toBe(meant))

  it.each(['zzzzzz', 'record', '', 'a'])('%s stays', (typed) => expect(correctSpelling(typed, known)).toBeUndefined())
})
