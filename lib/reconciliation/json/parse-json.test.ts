import { describe, expect, it } from 'vitest'
import { isArray, isNumber, isObject, type Json } from './json'
import { parseJson } from './parse-json'

const bytes = (text: string) => Buffer.from(text)
const raw = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
function fault(input: Buffer): [string, number] | 'none' {
  const parsed = parseJson(input)
  return parsed.ok ? 'none' : [parsed.fault.code, parsed.fault.byte]
}
function value(text: string): Json {
  const parsed = parseJson(bytes(text))
  if (!parsed.ok) throw parsed.fault
  return parsed.value
}

describe('parsing a line', () => {
  it('NO-03: keeps the literal of every number, forty digits too', () => {
    for (const literal of ['7.10', '7.1e0', '-0', '0.0', '1E+5', '1234567890123456789012345678901234567890.10']) {
      const read = value(literal)
      expect(isNumber(read) && read.text).toBe(literal)
    }
  })

  it('NO-02: reads strings by code point, whichever way they are written', () => {
    expect(value('"\\u00e9\\/\\ud83d\\uDE00\\n"')).toBe('é/😀\n')
    expect(value('"é/😀\\u000a"')).toBe('é/😀\n')
    expect(value('"\\"\\\\\\b\\f\\r\\t"')).toBe('"\\\b\f\r\t')
  })

  it('keeps keys that the language knows, and all kinds of values', () => {
    const read = value(' {"__proto__":[null,true,false,{}],"constructor":"" }\r')
    expect(isObject(read) && [...read.keys()]).toEqual(['__proto__', 'constructor'])
    const list = isObject(read) ? read.get('__proto__') : undefined
    expect(isArray(list) && list.slice(0, 3)).toEqual([null, true, false])
  })

  it('takes a view into a larger block as exactly its own bytes', () => {
    const block = bytes('xx[1]yy')
    expect(parseJson(block.subarray(2, 5)).ok).toBe(true)
    expect(fault(block.subarray(2, 4))).toEqual(['E-JSON', 2])
  })

  const cases: [string, Buffer, [string, number]][] = [
    ['nothing', bytes(''), ['E-JSON', 0]],
    ['a word that is none', bytes('{"a":tru}'), ['E-JSON', 8]],
    ['a missing colon', bytes('{"a" 1}'), ['E-JSON', 5]],
    ['a trailing comma', bytes('[1,]'), ['E-JSON', 3]],
    ['a key that is no string', bytes('{a:1}'), ['E-JSON', 1]],
    ['something after the value', bytes('{} {}'), ['E-JSON', 3]],
    ['a string without an end', bytes('["abc'), ['E-JSON', 5]],
    ['an unknown escape', bytes('"a\\x41"'), ['E-JSON', 3]],
    ['a short \\u', bytes('"\\u00g0"'), ['E-JSON', 5]],
    ['a backslash at the end', bytes('"\\'), ['E-JSON', 2]],
    ['wide white space', bytes('[\u00a01]'), ['E-JSON', 1]],
    ['an overlong slash', raw('"a', [0xc0, 0xaf], '"'), ['E-UTF8', 2]],
    ['an overlong three-byte form', raw('"', [0xe0, 0x80, 0xaf], '"'), ['E-UTF8', 1]],
    ['an encoded surrogate', raw('"', [0xed, 0xa0, 0x80], '"'), ['E-UTF8', 1]],
    ['a code point above U+10FFFF', raw('"', [0xf4, 0x90, 0x80, 0x80], '"'), ['E-UTF8', 1]],
    ['a sequence cut off by the quote', raw('"é', [0xe2, 0x82], '"'), ['E-UTF8', 3]],
    ['a sequence cut off by the end', raw('"', [0xf0, 0x9f]), ['E-UTF8', 1]],
    ['a stray continuation', raw('"', [0x80], '"'), ['E-UTF8', 1]],
    ['Latin-1 in a key', raw('{"', [0xe9], '":1}'), ['E-UTF8', 2]],
    ['bad bytes between tokens', raw('[1', [0xff], ']'), ['E-UTF8', 2]],
    ['a lone high surrogate', bytes('"a\\ud83d"'), ['E-SURROGATE', 2]],
    ['a lone low surrogate', bytes('"\\udE00"'), ['E-SURROGATE', 1]],
    ['two high surrogates', bytes('"\\ud83d\\ud83d"'), ['E-SURROGATE', 1]],
    ['a lone surrogate in a key', bytes('{"\\ud800":1}'), ['E-SURROGATE', 2]],
    ['a raw NUL', raw('"a', [0], '"'), ['E-NUL', 2]],
    ['an escaped NUL', bytes('"ab\\u0000"'), ['E-NUL', 3]],
    ['a NUL between tokens', raw('[', [0], ']'), ['E-NUL', 1]],
    ['a raw tab in a string', bytes('"a\tb"'), ['E-CONTROL', 2]],
    ['a control character between tokens', raw('[1', [0x0b], ']'), ['E-CONTROL', 2]],
    ['a key twice', bytes('{"a":1, "b":2, "a":1}'), ['E-DUPKEY', 15]],
    ['a key twice after unescaping', bytes('{"a":{"é":1,"\\u00e9":1}}'), ['E-DUPKEY', 13]],
    ['nesting of 129', bytes('['.repeat(129) + ']'.repeat(129)), ['E-DEPTH', 128]],
    ['a number with a leading zero', bytes('[01]'), ['E-NUMBER', 2]],
    ['a plus', bytes('[+1]'), ['E-NUMBER', 1]],
    ['a bare point', bytes('[.5]'), ['E-NUMBER', 1]],
    ['no digit after the point', bytes('[1.]'), ['E-NUMBER', 3]],
    ['no digit in the exponent', bytes('[1e+]'), ['E-NUMBER', 4]],
    ['a minus alone', bytes('[-]'), ['E-NUMBER', 2]],
    ['NaN', bytes('{"a":NaN}'), ['E-NUMBER', 5]],
    ['minus infinity', bytes('[-Infinity]'), ['E-NUMBER', 2]],
  ]
  it.each(cases)('IN-03: refuses %s at its byte', (_, input, expected) => {
    expect(fault(input)).toEqual(expected)
  })

  it('IN-03: takes what is just inside the limits', () => {
    expect(fault(bytes('['.repeat(128) + ']'.repeat(128)))).toBe('none')
    expect(fault(raw('"', [0xed, 0x9f, 0xbf], [0xee, 0x80, 0x80], [0xf4, 0x8f, 0xbf, 0xbf], [0x7f], '"'))).toBe('none')
    expect(fault(bytes('[{"a":1},{"a":1}]'))).toBe('none')
  })
})
