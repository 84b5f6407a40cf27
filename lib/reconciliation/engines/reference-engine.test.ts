import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sharedData } from '@/lib/testing/shared-data'
import { lost, nothing, numbers, patient, record, to } from '@/lib/testing/small-records'
import { answerTo, comparisonOf, ndjson, nhsNumberSystem, profileOf } from '@/lib/testing/two-sides'
import { holdsProof } from './merkle'

describe('multisets', () => {
  it('LK-04: three against two is one', async () => {
    const flag = (id: string) => record('Flag', id, 'p', { code: { text: 'x' } })
    const found = await comparisonOf(
      [patient('p'), flag('1'), flag('2'), flag('3')],
      [flag('8'), flag('9'), patient('p')],
    )
    expect([found.matched, lost(found)]).toEqual([
      { Flag: 2, Patient: 1 },
      { source: [['Flag', 4, true]], target: [] },
    ])
    expect(found.links).toEqual([])
  })

  it('C06: content of equal L0 with another patient has another L1', async () => {
    const people = [patient('a'), patient('b', numbers[1])]
    const found = await comparisonOf([...people, record('Flag', '1', 'a')], [...people, record('Flag', '1', 'b')])
    expect(lost(found)).toEqual({ source: [['Flag', 3, false]], target: [['Flag', 3, false]] })
    const [source, target] = [found.unpaired.source[0]!, found.unpaired.target[0]!]
    expect([source.l0 === target.l0, source.l1 === target.l1, source.patient === target.patient]).toEqual([
      true,
      false,
      false,
    ])
    expect([...found.source.patients.keys()]).toContain(source.patient)
  })

  it('ID-01: patients without a key are paired by content, and counted; two of one key are both kept', async () => {
    const keyless = { resourceType: 'Patient', id: 'k', name: [{ family: 'X' }] }
    const side = [keyless, patient('a'), { ...patient('b'), gender: 'other' }, record('Flag', '1', 'k')]
    const found = await comparisonOf(side, side)
    expect([found.source.keyless.length, [...found.source.patients.values()].map((all) => all.length)]).toEqual([
      1,
      [2],
    ])
    expect([lost(found), found.matched]).toEqual([nothing, { Flag: 1, Patient: 3 }])
    const moved = await comparisonOf(side, [...side.slice(0, 3), record('Flag', '1', 'a')])
    expect(lost(moved).source).toEqual([['Flag', 4, false]])
  })

  it('ID-01: the map of the practice joins patients that have no number', async () => {
    const harness = (id: string) => ({ ...patient(id, 'Test Harness'), gender: 'other' })
    const profile = profileOf([], { patientMap: 'map.csv' }, { 'map.csv': 'source,target\ns,t\n' })
    const found = await comparisonOf(
      [harness('s'), record('Flag', '1', 's')],
      [harness('t'), record('Flag', '9', 't')],
      { profile },
    )
    expect([lost(found), found.source.keyless, found.target.patients.size]).toEqual([nothing, [], 1])
    expect([...found.source.patients.keys()]).toEqual([...found.target.patients.keys()])
  })
})

describe('the figures of a side', () => {
  it('C12: count types and months, by the first field that has a date', async () => {
    const side = [
      { resourceType: 'Observation', effectiveDateTime: '2026-03-02T10:00:00Z', issued: '2020-01-01' },
      { resourceType: 'Observation', effectivePeriod: { start: '2026-03' } },
      { resourceType: 'Observation', effectiveDateTime: '2026', issued: '2025-12-01' },
      { resourceType: 'Observation', valueString: '2026-03-02' },
      { resourceType: 'Patient', birthDate: '1950-13-02' },
    ]
    const { source } = await comparisonOf(side, side)
    expect(source.byMonth).toEqual({
      Observation: { '2025-12': 1, '2026-03': 2, undated: 1 },
      Patient: { undated: 1 },
    })
    expect([source.byType, source.resources]).toEqual([{ Observation: 4, Patient: 1 }, 5])
  })
})

describe('the root', () => {
  const people = numbers.map((number, at) => patient(`p${at}`, number))
  const side = [
    ...people,
    ...[0, 1, 2].map((n) => record('Flag', `f${n}`, 'p0', { n })),
    record('Task', 't', 'p1', { focus: to('Flag', 'f2') }),
    { resourceType: 'Organization', id: 'o' },
  ]
  const root = async (...sides: Parameters<typeof comparisonOf>) => (await comparisonOf(...sides)).merkle

  it('is the same whatever the order of files and lines, ids, white space and gzip', async () => {
    const plain = await root(side, side)
    expect(plain.leaves).toBe(4)
    const lines = [...side].reverse().map((one) => JSON.stringify(one, null, 1).replaceAll('\n', ' '))
    const renamed = lines.map((line) => line.replaceAll('f2', 'new').replaceAll('p1', 'person'))
    const files = {
      'z.ndjson.gz': Buffer.concat([gzipSync(ndjson(...renamed.slice(0, 2))), gzipSync('\n')]),
      'a/b.ndjson': ndjson(...renamed.slice(2)).replaceAll('\n', '\r\n'),
    }
    expect(await root(files, files)).toEqual(plain)
    expect(await root(side, files)).toEqual(plain)
  })

  it('is another with another key, record, patient or side', async () => {
    const roots = await Promise.all([
      root(side, side),
      root(side, side, { switchKey: new Uint8Array(32).fill(8) }),
      root(side, side.slice(0, -1)),
      root(side.slice(0, -1), side),
      root(side, [...side.slice(0, 3), record('Flag', 'f0', 'p1', { n: 0 }), ...side.slice(4)]),
    ])
    expect(new Set(roots.map((one) => one.root)).size).toBe(roots.length)
  })

  it('can be proved for each patient, and for what belongs to none', async () => {
    const answer = await answerTo(side, side)
    if (!answer.ok) throw new Error('faulty')
    for (const key of [...numbers.map((number) => `${nhsNumberSystem}|${number}`), '']) {
      const proof = answer.proofOf!(key)!
      expect([holdsProof(proof), proof.root]).toEqual([true, answer.comparison.merkle.root])
    }
    expect(answer.proofOf!(`${nhsNumberSystem}|9434765918`)).toBeUndefined()
  })
})

describe('real records', () => {
  const synthea = sharedData('fhir/synthea-10-patients')
  it.skipIf(!synthea)('5,945 real resources equal themselves (skipped: no shared data)', async () => {
    const profile = profileOf([], { fallback: ['https://github.com/synthetichealth/synthea'] })
    const found = await comparisonOf([], [], { source: synthea, target: synthea, profile })
    expect([found.source.resources, found.source.patients.size, found.merkle.leaves]).toEqual([5945, 13, 14])
    expect(Object.values(found.matched).reduce((a, b) => a + b)).toBe(5945)
    expect([lost(found), found.links, found.explained]).toEqual([nothing, [], []])
  })
})
