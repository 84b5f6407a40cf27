import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { anyPair } from '@/lib/testing/any-pair'
import { withoutFingerprints } from '@/lib/testing/same-answer'
import { plantedClasses } from '../checks'
import { compareByReference } from '../engines/reference-engine'
import { generate } from '../generator/generate'
import { loadProfile } from '../sameness/load-profile'
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
      fc.asyncProperty(anyPair, async ({ source, target }) => {
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
      fc.asyncProperty(anyPair, async ({ source, target }) => {
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
      anyPair,
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
