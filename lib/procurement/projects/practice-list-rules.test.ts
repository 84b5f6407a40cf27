import { describe, expect, it } from 'vitest'
import { codesOf, readPracticeList } from './practice-list-rules'

const practice = (code: string, name: string, listSize: number | null = 1_000) => ({
  id: `id-${code}`,
  code,
  name,
  listSize,
  asOf: '2026-02-01',
})
const found = {
  A1: practice('A1', 'High Street Surgery'),
  A2: practice('A2', 'Mill Lane'),
  A3: practice('A3', 'New', null),
}
const read = (practices: string, file = '') => readPracticeList({ practices, file }, found)

describe('T5: practices of a project by list and by file', () => {
  it('each once, in whatever way it is named, with its list size', () => {
    expect(codesOf({ practices: 'a1\nA2', file: 'ODS code,Name\nA1,"High Street Surgery"' })).toEqual(['A1', 'A2'])
    const made = read('a1, high street surgery', 'code,name\nA2,Mill Lane')
    expect(made.ok && made.value.map(({ code, listSize }) => [code, listSize])).toEqual([
      ['A1', 1_000],
      ['A2', 1_000],
    ])
  })
  it('bad codes and names are shown by line, at the field where they stand', () => {
    expect(read('A1\nZ9\nA2, Another name', 'A3')).toMatchObject({
      refusal: {
        fields: {
          practices: ['Line 2: Z9 is not an open practice of your area', 'Line 3: A2 is Mill Lane, not Another name'],
          file: ['Line 1: the list size of A3 is not known'],
        },
      },
    })
  })
  it('nobody named is refused', () => {
    expect(read('')).toMatchObject({ refusal: { fields: { practices: ['Name the practices for which you buy'] } } })
  })
})
