import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/testing/reconciliation-reports'
import { newFolder, profileAt } from '@/lib/testing/reconciliation-runs'
import { canonicalJson } from '../canonical-json'
import { plantedClasses } from '../checks'
import { generate } from '../generator/generate'
import type { PlantedClass } from '../generator/plant-losses'
import type { DifferenceCount } from '../report'
import { totalsProblems } from '../report-rules'
import { unsignedReportSchema } from '../report-schema'
import { detailsLine } from './details-line'
import type { LocalReport } from './reconcile'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
async function pair(plant: readonly PlantedClass[], seed: number, patients = 56) {
  const folder = newFolder()
  folders.push(folder)
  const made = await generate(folder, { patients, perPatient: 20, seed, plant })
  if (!made.ok) throw new Error(made.because)
  return { folder, loaded: profileAt(join(folder, 'profile.json')) }
}

/** Every count of differences that a report prints. */
function differenceCounts({ totals, checks, links, profile }: LocalReport): DifferenceCount[] {
  return [
    totals.explained,
    ...Object.values(totals.unexplained),
    ...Object.values(totals.byClass),
    ...checks.flatMap((c) => [
      c.explained,
      ...Object.values(c.unexplained),
      ...Object.values(c.byType).flatMap((t) => [t.explained, t.unexplained]),
    ]),
    ...links.dangling,
    links.explainedByNeighbour,
    links.indistinguishable,
    ...profile.rules.flatMap((r) => [r.touched, r.explained]),
  ]
}

/** Figures that stand beside each other, source and target, or matched beside either. */
function neighbours({ source, target, checks, links }: LocalReport): number[] {
  const rows = [...checks, ...checks.flatMap((c) => Object.values(c.byType))].filter(
    (row) => !('id' in row && row.id === 'C01'),
  )
  return [
    source.resources - target.resources,
    source.patients - target.patients,
    links.source - links.target,
    ...Object.keys(source.byType).map((type) => source.byType[type]! - (target.byType[type] ?? 0)),
    ...rows.flatMap((row) => [row.source - row.target, ...(row.matched === null ? [] : [row.source - row.matched])]),
  ].map(Math.abs)
}

describe('a report', () => {
  it('of a pair without a loss is equal and complete, its figures exact', async () => {
    const { folder, loaded } = await pair([], 1)
    const report = await reportOf(folder, loaded)
    expect(totalsProblems(unsignedReportSchema.parse(report))).toEqual([])
    expect(report).toMatchObject({
      verdict: 'equal',
      complete: true,
      totals: { matched: 56 * 20, unexplained: { S1: 0, S2: 0, S3: 0, S4: 0 }, byClass: {} },
      source: { resources: 56 * 20, patients: 56, byType: { Patient: 56 } },
    })
    expect(new Set(report.checks.map((c) => c.status))).toEqual(new Set(['pass']))
    expect(report.checks.find((c) => c.id === 'C09')).toMatchObject({ source: report.source.byType.AllergyIntolerance })
    const months = Object.values(report.months!.Observation!)
    expect(months.every(([a, b]) => a === b && a % 5 === 0)).toBe(true)
  })

  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'PC-01, PC-02: tells no id, name, number, and no count from 1 to 4, and adds up (seed %i)',
    async (seed) => {
      const plant = plantedClasses.filter((_, i) => seed === 0 || ((seed * 2654435761) >>> i) & 1)
      const { folder, loaded } = await pair(plant, seed)
      const details: string[] = []
      const report = await reportOf(folder, loaded, { each: (one, sides) => details.push(detailsLine(one, sides)) })
      expect(totalsProblems(unsignedReportSchema.parse(report))).toEqual([])
      for (const count of differenceCounts(report)) expect([1, 2, 3, 4]).not.toContain(count)
      for (const apart of neighbours(report)) expect([1, 2, 3, 4]).not.toContain(apart)
      const text = canonicalJson(report)
      const records = readFileSync(join(folder, 'source/part-001.ndjson'), 'utf8').trimEnd().split('\n')
      for (const record of records.map((line) => JSON.parse(line))) {
        expect(text).not.toContain(record.id)
        if (record.resourceType !== 'Patient') continue
        for (const private_ of [record.identifier[0].value, record.name[0].family, record.birthDate]) {
          expect(text).not.toContain(`"${private_}`)
          expect(details.join('')).not.toContain(private_)
        }
      }
      expect(report.verdict).toBe(plant.length > 0 ? 'different' : 'equal')
    },
  )

  it('with --exact tells every count, and is of no form that can be signed', async () => {
    const { folder, loaded } = await pair(plantedClasses, 3)
    const exact = await reportOf(folder, loaded, { exact: true })
    expect(exact.totals.byClass).toMatchObject({ duplicate: 2, 'wrong-patient': 2, altered: 12, missing: 10 })
    expect(unsignedReportSchema.safeParse(exact).success).toBe(false)
  })

  it('C01: is not complete without a manifest, and fails where a folder is another than its manifest says', async () => {
    const { folder, loaded } = await pair([], 5)
    const manifest = join(folder, 'target/manifest.json')
    const written = JSON.parse(readFileSync(manifest, 'utf8'))
    writeFileSync(manifest, JSON.stringify({ ...written, files: [{ ...written.files[0], sha256: '0'.repeat(64) }] }))
    const changed = await reportOf(folder, loaded)
    expect(changed.checks[0]).toMatchObject({ id: 'C01', status: 'fail', unexplained: { S1: '1-4' } })
    expect(changed).toMatchObject({ verdict: 'different', complete: true, totals: { unexplained: { S1: '1-4' } } })
    expect(totalsProblems(unsignedReportSchema.parse(changed))).toEqual([])
    rmSync(manifest)
    const absent = await reportOf(folder, loaded)
    expect(absent.checks[0]).toMatchObject({ status: 'not-run' })
    expect(absent).toMatchObject({ verdict: 'equal', complete: false, target: { manifestSha256: null } })
    writeFileSync(
      manifest,
      JSON.stringify({ ...written, exclusions: [{ what: 'Audit trail', why: 'Archive', count: 7 }] }),
    )
    expect((await reportOf(folder, loaded)).checks[0]).toMatchObject({ status: 'listed' })
  })

  it('IN-04: of faulty input names the fault and gives no verdict but that', async () => {
    const { folder, loaded } = await pair([], 6)
    const path = join(folder, 'source/9434765919.ndjson')
    writeFileSync(path, '{"resourceType":"Flag","id":"a"}\n{"resourceType":"Flag",')
    const report = await reportOf(folder, loaded)
    expect(totalsProblems(unsignedReportSchema.parse(report))).toEqual([])
    expect(report).toMatchObject({ verdict: 'invalid-input', complete: false, errorCount: 1 })
    expect(report.errors).toMatchObject([{ code: 'E-JSON', side: 'source', file: '*.ndjson', line: 2 }])
  })
})
