import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostSuggestions, type SuggestedName, suggest, suggestionKinds, typedSearch } from './suggestion-rules'

const names: SuggestedName[] = [
  { kind: 'capability', name: 'Patient Record', id: 'C13' },
  { kind: 'module', name: 'OpenPath Record', id: 'm1' },
  { kind: 'alias', name: 'Record of Paths', id: 'm1' },
  { kind: 'supplier', name: 'Recorders Limited', id: 'recorders' },
  { kind: 'module', name: 'Dictation (recorded)', id: 'm2' },
  { kind: 'module', name: 'Prerecorded', id: 'm3' },
]

describe('suggestions (CAT-5)', () => {
  it('begin with names that begin as typed, then those with a later word, and lead to the right page', () => {
    expect(suggest(names, 'record').map((s) => [s.text, s.href])).toEqual([
      ['Recorders Limited', '/modules?supplier=recorders'],
      ['Record of Paths', '/modules/m1'],
      ['Dictation (recorded)', '/modules/m2'],
      ['OpenPath Record', '/modules/m1'],
      ['Patient Record', '/modules?cap=C13'],
    ])
    expect(suggest(names, 'path record')).toEqual([])
    expect(suggest(names, 'patient rec')).toHaveLength(1)
  })

  it('need two letters', () => {
    expect([null, '', ' a ', 'é'].map(typedSearch)).toEqual([undefined, undefined, undefined, undefined])
    expect(typedSearch('  Open   PATH ')).toBe('open path')
  })

  it('are at most fifteen, none twice, and each holds what was typed', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...suggestionKinds),
            name: fc.stringMatching(/^[ab ]{1,6}$/),
            id: fc.constantFrom('x', 'y'),
          }),
          { maxLength: 40 },
        ),
        fc.stringMatching(/^[ab]{2}$/),
        (some, typed) => {
          const found = suggest(some, typed)
          expect(found.length).toBeLessThanOrEqual(mostSuggestions)
          expect(new Set(found.map((s) => JSON.stringify(s))).size).toBe(found.length)
          expect(found.every((s) => ` ${s.text}`.includes(` ${typed}`))).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    ))
})
