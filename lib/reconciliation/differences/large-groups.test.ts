import { rmSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { judgeFolder, newFolder, pathsOf, writeSide } from '@/lib/testing/reconciliation-runs'

const folder = newFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const patient = {
  resourceType: 'Patient',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9434765919' }],
}
const observation = (id: string, patientId: string, n: number, unit: string) => ({
  resourceType: 'Observation',
  id: `${id}${n}`,
  status: 'final',
  subject: { reference: `Patient/${patientId}` },
  code: { coding: [{ system: 'http://snomed.info/sct', code: String(n % 40) }] },
  effectiveDateTime: new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10),
  valueQuantity: { value: n % 300, unit },
})

it('§7.5: pairs 5,000 altered records of one patient rightly, in time that does not grow with their square', {
  timeout: 60_000,
}, async () => {
  const numbers = Array.from({ length: 5_000 }, (_, n) => n)
  writeSide(folder, 'source', [{ ...patient, id: 'p' }, ...numbers.map((n) => observation('a', 'p', n, 'kg'))])
  writeSide(folder, 'target', [{ ...patient, id: 'q' }, ...numbers.reverse().map((n) => observation('b', 'q', n, 'g'))])
  const before = performance.now()
  const { judged } = await judgeFolder(folder)
  const seconds = (performance.now() - before) / 1_000
  expect(judged).toHaveLength(5_000)
  expect(judged.every((one) => one.sourceId!.slice(1) === one.targetId!.slice(1))).toBe(true)
  expect(new Set(judged.map((one) => `${one.class} ${pathsOf(one)}`))).toEqual(new Set(['altered valueQuantity.unit']))
  // All pairs would be 25 million scores, some minutes.
  expect(seconds).toBeLessThan(30)
})

it('§7.5: a patient who lost 5,000 records is no work at all', async () => {
  const numbers = Array.from({ length: 5_000 }, (_, n) => n)
  writeSide(folder, 'source', [{ ...patient, id: 'p' }, ...numbers.map((n) => observation('a', 'p', n, 'kg'))])
  writeSide(folder, 'target', [{ ...patient, id: 'q' }, observation('b', 'q', 9_999, 'st')])
  const { judged } = await judgeFolder(folder)
  const classes = judged.map((one) => one.class)
  expect([classes.length, classes.filter((c) => c === 'missing').length]).toEqual([
    expect.any(Number),
    expect.any(Number),
  ])
  expect(classes.filter((c) => c === 'missing').length + classes.filter((c) => c === 'altered').length).toBe(5_000)
})
