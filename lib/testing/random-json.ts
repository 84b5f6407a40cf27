import fc from 'fast-check'
import { isArray, isNumber, isObject, type Json, JsonNumber, type JsonObject } from '@/lib/reconciliation/json/json'
import { seededRandom } from './seeded-random'

/** Random values of JSON as records hold them, and other ways to write the same value, for properties of what is equal. */

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((one) => one.replaceAll('\0', '')),
  fc.constantFrom(
    '',
    'active',
    'a/b',
    'é',
    'e\u0301',
    '\u{1f600}',
    '\uff00',
    '"',
    '\\',
    '\u2028',
    '7.10',
    'reference',
    'url',
  ),
)
const number = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.constantFrom('', '.0', '.10', '.1', 'e0', 'E+2'))
  .map(([whole, end]) => new JsonNumber(`${whole}${end}`))

export const randomJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    number,
    fc.constantFrom<Json>(true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.uniqueArray(fc.tuple(text, tie('value')), { maxLength: 5, selector: ([key]) => key }).map((all) => new Map(all)),
  ),
})).value

export const randomObject: fc.Arbitrary<JsonObject> = fc
  .uniqueArray(fc.tuple(text, randomJson), { minLength: 1, maxLength: 6, selector: ([key]) => key })
  .map((all) => new Map(all))

/** A number from 0 to just under `below`. */
export type Draw = (below: number) => number

/** Whole numbers below a bound that follow from a seed. */
export function drawFrom(seed: number): Draw {
  const next = seededRandom(seed)
  return (below) => Math.floor(next() * below)
}

/** The same value in other words: keys in another order, white space between tokens, other escapes (NO-01, NO-02). */
export function writeOtherwise(value: Json, draw: Draw): string {
  const space = () => ['', '', ' ', '\t', ' \r '][draw(5)]!
  if (isNumber(value)) return value.text
  if (typeof value === 'string') return writeText(value, draw)
  if (isArray(value))
    return `[${space()}${value.map((item) => writeOtherwise(item, draw)).join(`${space()},${space()}`)}]`
  if (!isObject(value)) return `${value}`
  const members = [...value].map(
    ([key, member]) => `${writeText(key, draw)}${space()}:${space()}${writeOtherwise(member, draw)}`,
  )
  for (let at = members.length - 1; at > 0; at--) {
    const other = draw(at + 1)
    ;[members[at], members[other]] = [members[other]!, members[at]!]
  }
  return `{${space()}${members.join(`${space()},${space()}`)}${space()}}`
}

function writeText(text: string, draw: Draw): string {
  const units = [...text].map((character) => {
    const plain = JSON.stringify(character).slice(1, -1)
    if (draw(4) > 0) return plain
    if (character === '/') return '\\/'
    const hex = (unit: number) => unit.toString(16).padStart(4, '0')
    return [...Array(character.length).keys()].map((at) => `\\u${hex(character.charCodeAt(at))}`).join('')
  })
  return `"${units.join('')}"`
}

/** The value with one change that means something (NO-03, NO-05, NO-07), at a place that the draw chooses. */
export function mutate(value: Json, draw: Draw): Json {
  const inner = isObject(value) ? [...value.keys()] : isArray(value) ? [...value.keys()] : []
  if (inner.length > 0 && draw(4) > 0) {
    const at = inner[draw(inner.length)]!
    if (isArray(value)) return value.map((item, index) => (index === at ? mutate(item, draw) : item))
    return new Map([...(value as JsonObject)].map(([key, member]) => [key, key === at ? mutate(member, draw) : member]))
  }
  if (isNumber(value)) return draw(2) === 0 ? new JsonNumber(`1${value.text.replace('-', '')}`) : value.text
  if (typeof value === 'string')
    return draw(2) === 0 ? `${value}\u00a0` : value === '' ? null : `${[...value].slice(0, -1).join('')}\ufffd\ufffd`
  if (isArray(value)) return draw(2) === 0 && value.length > 0 ? value.slice(1) : [...value, '']
  if (isObject(value))
    return draw(2) === 0 && value.size > 0 ? new Map([...value].slice(1)) : new Map([...value, ['\u00a0new', null]])
  return value === null ? '' : !value
}
