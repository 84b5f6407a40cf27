import { describe, expect, it } from 'vitest'
import { lexemesOf, readTextQuery } from './text-query-rules'

const word = (lexeme: string) => ({ kind: 'word', lexeme })

describe('a search as the database writes it', () => {
  it('is read with its precedence: not, then phrase, then all, then any', () => {
    expect(readTextQuery(`'a' <-> 'b' & !'c' | 'd'`)).toEqual({
      kind: 'or',
      left: {
        kind: 'and',
        left: { kind: 'phrase', distance: 1, left: word('a'), right: word('b') },
        right: { kind: 'not', of: word('c') },
      },
      right: word('d'),
    })
    expect(readTextQuery(`'a' & ( 'b' | 'c' )`)).toMatchObject({ kind: 'and', right: { kind: 'or' } })
    expect(readTextQuery(`!( 'place' <3> 'queue' )`)).toMatchObject({ kind: 'not', of: { distance: 3 } })
  })

  it('may hold marks inside a word, or nothing at all', () => {
    expect(readTextQuery(`'o''neil' & 'a\\\\b'`)).toEqual({ kind: 'and', left: word("o'neil"), right: word('a\\b') })
    expect(readTextQuery('')).toBeUndefined()
    expect(() => readTextQuery(`'a' ~ 'b'`)).toThrow('not a search')
  })

  it('gives its distinct words in the order of their bytes', () => {
    expect(lexemesOf(readTextQuery(`'b' & 'a' & !'b' | 'é'`)!)).toEqual(['a', 'b', 'é'])
  })
})
