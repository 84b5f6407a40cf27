import fc from 'fast-check'
import { writtenJson } from '@/lib/reconciliation/generator/written-json'
import { type Json, JsonNumber, type JsonObject } from '@/lib/reconciliation/json/json'

/** Resources as no system would write them: every form of reference, contained ones, odd numbers and texts. */
const text = fc.oneof(
  fc.constantFrom('', 'a', 'é', '😀', '"\\/\n\t', 'x'.repeat(40), '2026-03', '2020-01-02', '1999-13', 'active'),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((s) => Buffer.from(s.replaceAll('\0', '')).toString()),
)
const literal = fc.constantFrom('0', '-0', '7.10', '7.1', '1e5', '1E+5', '-12.5e-3', '123456789012345678901234567890')
const target = fc.oneof(
  fc
    .tuple(fc.constantFrom('Patient', 'Observation', 'Encounter', 'Basic'), fc.integer({ min: 0, max: 9 }))
    .map(([t, n]) => `${t}/${n}`),
  fc.constantFrom(
    '#c1',
    '#none',
    '#',
    'urn:uuid:3',
    'urn:uuid:none',
    'https://x.example/fhir/Patient/1',
    'https://x.example/fhir/Basic/77',
    'Patient/2/_history/5',
    'Practitioner?identifier=a|b',
    'http://Patient/1',
    'Patient/1?x',
    'patient/1',
    'Patient/',
  ),
)
const reference = target.map((to): Json => new Map<string, Json>([['reference', to]]))
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text,
    literal.map((l) => new JsonNumber(l)),
    fc.constantFrom(true, false, null),
    reference,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(
        fc.tuple(fc.constantFrom('a', 'b', 'code', 'start', 'actor', 'reference', 'é', 'versionId'), tie('value')),
        { maxLength: 4, selector: ([k]) => k },
      )
      .map((e) => new Map(e)),
  ),
})).value
const keys = [
  'subject',
  'patient',
  'for',
  'participant',
  'meta',
  'contained',
  'period',
  'birthDate',
  'authoredOn',
  'note',
  'code',
  'valueQuantity',
  'identifier',
  'extension',
]
const resource = fc
  .record({
    type: fc.constantFrom('Patient', 'Observation', 'Encounter', 'Basic'),
    fields: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...keys), fc.oneof(value, reference, fc.array(reference, { maxLength: 3 }))),
      { maxLength: 6, selector: ([k]) => k },
    ),
    key: fc.option(fc.constantFrom('9434765919', '9434765918', '999', 'L1')),
    isContaining: fc.boolean(),
  })
  .map(({ type, fields, key, isContaining }): JsonObject => {
    const made: JsonObject = new Map<string, Json>([['resourceType', type], ...fields])
    if (type === 'Patient' && key !== null)
      made.set('identifier', [
        new Map<string, Json>([
          ['system', key.startsWith('L') ? 'local' : 'nhs'],
          ['value', key],
        ]),
      ])
    if (isContaining)
      made.set('contained', [
        new Map<string, Json>([
          ['resourceType', 'Basic'],
          ['id', 'c1'],
        ]),
      ])
    return made
  })
const style = fc.record({ reversed: fc.boolean(), spaced: fc.boolean(), escaped: fc.boolean() })

/** Two sides of one set of resources: ids of their own, another order, other writing, some left out or swapped. */
export const anyPair = fc
  .tuple(
    fc.array(resource, { minLength: 1, maxLength: 12 }),
    fc.array(fc.tuple(style, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 12, maxLength: 12 }),
    fc.boolean(),
  )
  .map(([resources, styles, isSameIds]) => {
    const line = (one: JsonObject, id: string, s: Parameters<typeof writtenJson>[1]) =>
      writtenJson(new Map(one).set('id', id), s)
    const plain = { reversed: false, spaced: false, escaped: false }
    const source = resources.map((one, i) => line(one, String(i), plain))
    const kept = resources.map((one, i) => ({ one, i, s: styles[i]! })).filter(({ s }) => s[1] < 0.9)
    kept.sort((a, b) => a.s[1] - b.s[1])
    const targets = kept.map(({ one, i, s }) => line(one, String(isSameIds ? i : (i + 1) % 12), s[0]))
    return { source: source.join('\n'), target: `${targets.join('\r\n')}\n\n` }
  })
