import { expect, it } from 'vitest'
import { wordsFor } from './words-for'

it('gives the words of a key that is there, and none for what every object knows, for two keys or for none', () => {
  const words = { saved: 'It is saved.' }
  expect(wordsFor(words, 'saved')).toBe('It is saved.')
  for (const key of ['constructor', '__proto__', 'toString', '', 'other', ['saved', 'saved'], undefined])
    expect(wordsFor(words, key)).toBeUndefined()
})
