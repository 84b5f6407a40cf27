import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { plantedClasses } from '../checks'
import { compareByReference } from '../engines/reference-engine'
import { generate } from '../generator/generate'
import { writtenJson } from '../generator/written-json'
import { type Json, JsonNumber, type JsonObject } from '../json/json'
import { loadProfile } from '../sameness/load-profile'
import { withoutFingerprints } from './same-answer'
import { compareByKernel } from './wasm-engine'

const folder = mkdtempSync(join(tmpdir(), 'agree-'))
afterAll(() => rmSync(folder, { recursive: true }))
const switchKey = new Uint8Array(32).fill(7)
const runs = Number(process.env.ENGINE_RUNS ?? 60)
const patience = 30_000 + runs * 200

const profileWith = (rules: unknown[]) => {
  const path = join(folder, 'profile.json')
  const identity = { system: 'nhs', fallback: ['local'] }
  writeFileSync(
    path,
    JSON.stringify({ version: 1, asOf: '2026-03-02T09:00:00Z', fhirVersion: '4.0.1', identity, rules }),
  )
  const read = loadProfile(path)
  if (!read.ok) throw new Error(read.because)
  return read.loaded
}

async function bothSay(source: Buffer, target: Buffer, profile: ReturnType<typeof profileWith>, maxLine?: number) {
  for (const [side, bytes] of [
    ['source', source],
    ['target', target],
  ] as const) {
    rmSync(join(folder, side), { recursive: true, force: true })
    mkdirSync(join(folder, side))
    writeFileSync(join(folder, side, 'a.ndjson'), bytes)
    writeFileSync(join(folder, side, 'b.ndjson.gz'), gzipSync(''))
  }
  const request = { source: join(folder, 'source'), target: join(folder, 'target'), profile, switchKey, maxLine }
  const [plain, fast] = [await compareByReference(request), await compareByKernel(request)]
  return [withoutFingerprints(plain), withoutFingerprints(fast), plain.ok] as const
}

it('EN-03: both engines say the same of a pair with every planted loss', async () => {
  const pair = join(folder, 'pair')
  const made = await generate(pair, { patients: 60, perPatient: 40, seed: 3, plant: plantedClasses })
  expect(made.ok).toBe(true)
  const read = loadProfile(join(pair, 'profile.json'))
  if (!read.ok) throw new Error(read.because)
  const request = { source: join(pair, 'source'), target: join(pair, 'target'), profile: read.loaded, switchKey }
  const [plain, fast] = [await compareByReference(request), await compareByKernel(request)]
  expect(withoutFingerprints(fast)).toEqual(withoutFingerprints(plain))
})

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
const pair = fc
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

const rules = ['source', 'target'].flatMap((side) => [
  {
    id: `drop-${side}`,
    version: 1,
    type: 'Observation',
    side,
    kind: 'drop',
    path: 'note',
    reason: 'r',
    owner: 'o',
    examples: [{ before: { resourceType: 'Observation', note: '1' }, after: { resourceType: 'Observation' } }],
  },
  {
    id: `order-${side}`,
    version: 1,
    type: 'Basic',
    side,
    kind: 'unordered',
    path: 'extension',
    reason: 'r',
    owner: 'o',
    examples: [
      {
        before: { resourceType: 'Basic', extension: ['b', 'a'] },
        after: { resourceType: 'Basic', extension: ['a', 'b'] },
      },
    ],
  },
  {
    id: `type-${side}`,
    version: 1,
    type: 'Encounter',
    side: 'target',
    kind: 'type',
    to: 'Visit',
    reason: 'r',
    owner: 'o',
    examples: [{ before: { resourceType: 'Encounter' }, after: { resourceType: 'Visit' } }],
  },
])

it(
  'EN-03: both engines say the same of any resources, written in any way',
  async () => {
    const profile = profileWith([])
    await fc.assert(
      fc.asyncProperty(pair, async ({ source, target }) => {
        const [plain, fast] = await bothSay(Buffer.from(source), Buffer.from(target), profile)
        expect(fast).toEqual(plain)
      }),
      { numRuns: runs },
    )
  },
  patience,
)

it(
  'EN-04: both engines say the same under rules of every side',
  async () => {
    const profile = profileWith(rules.slice(0, 5))
    await fc.assert(
      fc.asyncProperty(pair, async ({ source, target }) => {
        const [plain, fast] = await bothSay(Buffer.from(source), Buffer.from(target), profile)
        expect(fast).toEqual(plain)
      }),
      { numRuns: runs },
    )
  },
  patience,
)

it(
  'IN-03: both engines find the same faults, wherever a byte is wrong',
  async () => {
    const profile = profileWith([])
    const spoiled = fc.tuple(
      pair,
      fc.nat(),
      fc.constantFrom(0, 0x0a, 0x1f, 0x22, 0x5c, 0x7b, 0x7d, 0x2c, 0x30, 0x80, 0xc0, 0xed, 0xff),
    )
    let faulty = 0
    await fc.assert(
      fc.asyncProperty(spoiled, fc.integer({ min: 20, max: 400 }), async ([{ source, target }, at, byte], maxLine) => {
        const bytes = Buffer.from(source)
        bytes[at % bytes.length] = byte
        const [plain, fast, ok] = await bothSay(bytes, Buffer.from(target), profile, maxLine)
        if (!ok) faulty++
        expect(fast).toEqual(plain)
      }),
      { numRuns: runs },
    )
    expect(faulty).toBeGreaterThan(runs / 4)
  },
  patience,
)
