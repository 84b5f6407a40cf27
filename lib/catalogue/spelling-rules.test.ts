import { describe, expect, it } from 'vitest'
import { correctSpelling, similarity } from './spelling-rules'

const known = ['Meridian Practice', 'OpenPath Record', 'Larkfield Appointments', 'Document Management']

describe('misspelt searches', () => {
  it('likeness is that of pg_trgm', () => {
    expect(similarity('word', 'word')).toBe(1)
    expect(similarity('word', 'two words'.slice(4))).toBeCloseTo(4 / 7, 5)
    expect(similarity('abc', 'xyz')).toBe(0)
  })

  it.each([
    ['merridian', 'meridian'],
    ['opnpath record', 'openpath record'],
    ['apointments', 'appointments'],
    ['document managment', 'document management'],
  ])('%s becomes %s', (typed, meant) => expect(correctSpelling(typed, known)).toBe(meant))

  it.each(['zzzzzz', 'record', '', 'a'])('%s stays', (typed) => expect(correctSpelling(typed, known)).toBeUndefined())
})
