import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/testing/reconciliation-reports'
import { newFolder, profileAt, profileIn, switchKey, writeSide } from '@/lib/testing/reconciliation-runs'
import { sharedData } from '@/lib/testing/shared-data'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { plantedClasses } from '../checks'
import { generate } from '../generator/generate'
import type { LoadedProfile } from '../sameness/load-profile'
import { signReport } from '../sign-report'
import { runCanary } from './run-canary'

const folders: string[] = []
const folder = () => {
  folders.push(newFolder())
  return folders.at(-1)!
}
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true })
})

async function canary(source: string, target: string, loaded: LoadedProfile, seed = 7) {
  const run = {
    source,
    target,
    loaded,
    switchKey,
    engine: 'reference' as const,
    maxLine: undefined,
    workers: undefined,
    resume: undefined,
  }
  const answer = await runCanary(run, seed)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.canary
}

describe('a canary', () => {
  it('finds every class in the records themselves and in invented patients, beside losses that are there already', async () => {
    const at = folder()
    const made = await generate(at, { patients: 60, perPatient: 20, seed: 21, plant: plantedClasses })
    expect(made.ok).toBe(true)
    const loaded = profileAt(join(at, 'profile.json'))
    for (const seed of [1, 2]) {
      const found = await canary(join(at, 'source'), join(at, 'target'), loaded, seed)
      expect(found.byClass).toEqual(Object.fromEntries(plantedClasses.map((kind) => [kind, { planted: 2, found: 2 }])))
    }
    expect(readdirSync(join(at, 'target')).sort()).toEqual(['manifest.json', 'part-001.ndjson'])
    const report = await reportOf(at, loaded)
    const proof = await canary(join(at, 'source'), join(at, 'target'), loaded)
    expect(signReport(report, proof, newSigningKeys().signingKeyPem)).toMatchObject({
      ok: true,
      report: { canary: { planted: 28, found: 28 } },
    })
    const exact = await reportOf(at, loaded, { exact: true })
    expect(signReport(exact, proof, newSigningKeys().signingKeyPem)).toMatchObject({
      ok: false,
      because: expect.stringContaining('--exact'),
    })
  })

  it('is full for sides that hold no host at all', async () => {
    const at = folder()
    for (const side of ['source', 'target'] as const) writeSide(at, side, [{ resourceType: 'Flag', id: 'f' }])
    const found = await canary(join(at, 'source'), join(at, 'target'), profileIn(at))
    expect(found).toMatchObject({ planted: 14, found: 14 })
  })

  const synthea = sharedData('fhir/synthea-10-patients')
  it.skipIf(!synthea)(
    'plants in real zipped records where they have hosts (skipped: no shared data)',
    { timeout: 120_000 },
    async () => {
      const identity = { system: 'https://x.example/none', fallback: ['https://github.com/synthetichealth/synthea'] }
      const found = await canary(synthea!, synthea!, profileIn(folder(), { identity }))
      expect(found.found).toBe(found.planted)
      for (const kind of [
        'L-patient',
        'L-allergy',
        'L-medication',
        'L-status',
        'L-duplicate',
        'L-wrong-patient',
      ] as const)
        expect([kind, found.byClass[kind]]).toEqual([kind, { planted: 2, found: 2 }])
    },
  )
})
