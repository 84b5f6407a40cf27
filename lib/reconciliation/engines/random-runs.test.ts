import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draw, drawFrom, mutate, randomJson, writeOtherwise } from '@/lib/testing/random-json'
import { comparisonOf, nhsNumberSystem } from '@/lib/testing/two-sides'
import type { Comparison } from '../compare/comparison'
import type { Json, JsonObject } from '../json/json'
import { writeJson } from '../json/write-json'

type Invented = { owner: number; about: number; content: Json; part: Json }
const invented: fc.Arbitrary<Invented> = fc.record({
  owner: fc.nat(2),
  about: fc.nat(99),
  content: randomJson,
  part: randomJson,
})
const people = ['9434765919', '1234567881', '9990000018']
const object = (members: Record<string, Json>): JsonObject => new Map(Object.entries(members))
const numRuns = Number(process.env.RANDOM_RUNS ?? 60)

/** One side: patients, and records that refer to their patient and to each other; ids start with `prefix`. */
function sideOf(records: Invented[], prefix: string): JsonObject[] {
  const refer = (type: string, at: number): Json => object({ reference: `${type}/${prefix}${at}` })
  const patients = people.map((value, at) =>
    object({ resourceType: 'Patient', id: `${prefix}${at}`, identifier: [object({ system: nhsNumberSystem, value })] }),
  )
  const flags = records.map(({ owner, about, content, part }, at) => {
    const own = { resourceType: 'Flag', id: `${prefix}${at}`, meta: object({ versionId: prefix }), number: String(at) }
    const contained = [object({ resourceType: 'Device', id: `${prefix}d`, part })]
    const links = { subject: refer('Patient', owner), about: refer('Flag', about % records.length) }
    return object({ ...own, ...links, contained, device: object({ reference: `#${prefix}d` }), content })
  })
  return [...patients, ...flags]
}

/** The same side in other words: lines in another order, half of them in a gzip file. */
function filesOf(side: JsonObject[], draw: Draw): Record<string, string | Uint8Array> {
  const lines = side.map((one) => [draw(1000), writeOtherwise(one, draw)] as const).sort(([a], [b]) => a - b)
  const half = Math.floor(lines.length / 2)
  const text = (some: typeof lines) => some.map(([, line]) => line).join(draw(2) === 0 ? '\n' : '\r\n')
  return { 'b.ndjson': text(lines.slice(0, half)), 'a.ndjson.gz': gzipSync(text(lines.slice(half))) }
}

const left = ({ unpaired, links }: Comparison) => [unpaired.source.length, unpaired.target.length, links.length]

describe('random exports', () => {
  const some = fc.array(invented, { minLength: 1, maxLength: 8 })
  const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 })

  it('EN-03: are equal in other words, and one mutation is one difference with one record', async () => {
    const check = async (records: Invented[], from: number) => {
      const draw = drawFrom(from)
      const source = { 'all.ndjson': sideOf(records, 's').map(writeJson).join('\n') }
      const same = await comparisonOf(source, filesOf(sideOf(records, 'target-'), draw))
      expect([left(same), same.target.dangling.count]).toEqual([[0, 0, 0], 0])
      expect(same.merkle).toEqual((await comparisonOf(source, source)).merkle)

      const at = draw(records.length)
      const field = draw(2) === 0 ? 'content' : 'part'
      const changed = records.map((one, n) => (n === at ? { ...one, [field]: mutate(one[field], draw) } : one))
      const other = await comparisonOf(source, filesOf(sideOf(changed, 't'), draw))
      expect(left(other).slice(0, 2)).toEqual([1, 1])
      expect(other.links.every(({ neighbour }) => neighbour)).toBe(true)
      expect(other.merkle.root).not.toBe(same.merkle.root)
    }
    await fc.assert(fc.asyncProperty(some, seed, check), { numRuns })
  })

  it('LK-03: one reference led elsewhere is one link, the wrong patient one on each side', async () => {
    const check = async (records: Invented[], from: number) => {
      const draw = drawFrom(from)
      const source = { 'all.ndjson': sideOf(records, 's').map(writeJson).join('\n') }
      const at = draw(records.length)
      const one = records[at]!
      const led = records.map((it, n) => (n === at ? { ...it, about: (one.about % records.length) + 1 } : it))
      const moved = records.map((it, n) => (n === at ? { ...it, owner: (it.owner + 1) % 3 } : it))
      expect(left(await comparisonOf(source, filesOf(sideOf(led, 't'), draw)))).toEqual([
        0,
        0,
        records.length > 1 ? 1 : 0,
      ])
      const wrong = await comparisonOf(source, filesOf(sideOf(moved, 't'), draw))
      expect(wrong.unpaired.source.map(({ l0 }) => l0)).toEqual(wrong.unpaired.target.map(({ l0 }) => l0))
      expect(left(wrong).slice(0, 2)).toEqual([1, 1])
    }
    await fc.assert(fc.asyncProperty(some, seed, check), { numRuns })
  })
})
