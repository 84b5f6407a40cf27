import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/testing/reconciliation-reports'
import { newFolder, profileAt } from '@/lib/testing/reconciliation-runs'
import { sharedData } from '@/lib/testing/shared-data'
import { emptyProfile } from '../profile-schema'
import { totalsProblems } from '../report-rules'
import { unsignedReportSchema } from '../report-schema'
import { unbundle } from '../unbundle/unbundle'

const pairs = sharedData('fhir/gp2gp-pairs')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const patientIdIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'Patient.ndjson'), 'utf8').split('\n')[0]!).id as string

/** A source and the target that GP2GP made of it, as folders, with the practice's own list of which patient is which. */
function unbundled(source: string, target: string): string {
  const folder = newFolder()
  folders.push(folder)
  for (const [side, file] of [
    ['source', `source-gpconnect/${source}`],
    ['target', `target-after-gp2gp/${target}`],
  ] as const) {
    const done = unbundle([join(pairs!, file)], join(folder, side))
    if (!done.ok) throw new Error(done.because)
  }
  const ids = [patientIdIn(join(folder, 'source')), patientIdIn(join(folder, 'target'))]
  writeFileSync(join(folder, 'map.csv'), `source,target\n${ids.join(',')}\n`)
  const identity = { ...emptyProfile.identity, patientMap: 'map.csv' }
  const profile = { ...emptyProfile, asOf: '2024-01-01T00:00:00Z', fhirVersion: '3.0.2', identity }
  writeFileSync(join(folder, 'profile.json'), JSON.stringify(profile))
  return folder
}

describe.skipIf(!pairs)('real STU3 records before and after GP2GP (skipped: no shared data)', () => {
  const targets = pairs ? readdirSync(join(pairs, 'target-after-gp2gp')) : []
  const both = (pairs ? readdirSync(join(pairs, 'source-gpconnect')) : []).flatMap((source) => {
    const name = /PWTP\d+/.exec(source)![0]
    const target = targets.find((one) => one.startsWith(`${name}-`) || one.startsWith(`${name}_`))
    return target ? [[name, source, target] as const] : []
  })

  it.each(both)(
    'C03: %s makes a report that adds up and says that the NHS numbers are none',
    async (_, source, target) => {
      const folder = unbundled(source, target)
      const report = await reportOf(folder, profileAt(join(folder, 'profile.json')))
      expect(totalsProblems(unsignedReportSchema.parse(report))).toEqual([])
      expect(report).toMatchObject({ verdict: 'different', complete: false })
      expect(report.checks.find((c) => c.id === 'C01')!.status).toBe('not-run')
      const numbers = report.checks.find((c) => c.id === 'C03')!
      expect([numbers.status, numbers.unexplained.S1]).toEqual(['fail', '1-4'])
      // The patient map holds: nobody is missing, and what is compared is compared within him.
      expect(Object.keys(report.totals.byClass)).not.toContain('patient-missing')
      const exact = await reportOf(folder, profileAt(join(folder, 'profile.json')), { exact: true })
      const { byClass, matched } = exact.totals as { byClass: Record<string, number>; matched: number }
      const ofSource = ['missing', 'altered', 'precision', 'wrong-patient'].reduce(
        (sum, c) => sum + (byClass[c] ?? 0),
        0,
      )
      expect(matched + ofSource).toBe(exact.source.resources)
      expect(byClass.altered).toBeGreaterThan(0)
    },
  )
})
