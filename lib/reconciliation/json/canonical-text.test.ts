import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFrom, mutate, randomJson, writeOtherwise } from '@/lib/testing/random-json'
import { byCodePoint, canonicalText } from './canonical-text'
import { isArray, type Json } from './json'
import { parseJson } from './parse-json'
import { writeJson } from './write-json'

function canonical(text: string): string {
  const parsed = parseJson(Buffer.from(text))
  if (!parsed.ok) throw new Error(`${parsed.fault.code} at ${parsed.fault.byte} of ${text}`)
  return canonicalText(parsed.value)
}
/** EN-03 asks for 100,000, which RANDOM_DOCUMENTS=100000 runs. */
const numRuns = Number(process.env.RANDOM_DOCUMENTS ?? 2000)
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 })

describe('the canonical text', () => {
  it('NO-01: knows no order of keys and no white space, but the order of an array', () => {
    expect(canonical('{"b":[1,2],"a":{ }}')).toBe(canonical('{ "a" : {},\t"b":[ 1 ,2]}'))
    expect(canonical('[1,2]')).not.toBe(canonical('[2,1]'))
  })

  it('NO-02: knows no escapes, and folds nothing', () => {
    expect(canonical('"\\u00e9\\/"')).toBe(canonical('"é/"'))
    for (const [a, b] of [
      ['é', 'e\u0301'],
      ['A', 'a'],
      ['a ', 'a'],
      ['\u212b', '\u00c5'],
    ])
      expect(canonical(`"${a}"`)).not.toBe(canonical(`"${b}"`))
  })

  it('NO-03: takes numbers by their literal, and no number for a string', () => {
    const literals = ['7.10', '7.1', '7.1e0', '"7.10"', '71e-1', '"7.1"', '-0', '0']
    expect(new Set(literals.map(canonical)).size).toBe(literals.length)
  })

  it('NO-05: tells absent, null, "", [] and {} apart', () => {
    const five = ['{}', '{"a":null}', '{"a":""}', '{"a":[]}', '{"a":{}}', '{"a":[{}]}', '{"a":[null]}']
    expect(new Set(five.map(canonical)).size).toBe(five.length)
  })

  it('sorts keys by code point, not by UTF-16 unit', () => {
    expect(['\u{1f600}', '\uff00', 'a', '', 'ab'].sort(byCodePoint)).toEqual(['', 'a', 'ab', '\uff00', '\u{1f600}'])
    expect(canonical('{"\u{1f600}":1,"\uff00":2}')).toBe('{"\uff00":2,"\u{1f600}":1}')
  })

  it('takes the items of an unordered array sorted, at any depth', () => {
    const [a, b] = ['[[2,1],{"x":[3]}]', '[{"x":[3]},[2,1]]'].map((text) => {
      const parsed = parseJson(Buffer.from(text))
      return parsed.ok && isArray(parsed.value) ? parsed.value : []
    })
    expect(canonicalText(a!, new Set([a!]))).toBe(canonicalText(b!, new Set([b!])))
    expect(canonicalText(a!)).not.toBe(canonicalText(b!))
  })

  it(`EN-03: is the same for ${numRuns} random documents written otherwise, and another after one mutation`, () => {
    fc.assert(
      fc.property(randomJson, seed, (value: Json, from) => {
        const [plain, draw] = [canonical(writeJson(value)), drawFrom(from)]
        expect(plain).toBe(canonicalText(value))
        expect(canonical(writeOtherwise(value, draw))).toBe(plain)
        expect(canonical(writeOtherwise(mutate(value, draw), draw))).not.toBe(plain)
      }),
      { numRuns },
    )
  })
})
