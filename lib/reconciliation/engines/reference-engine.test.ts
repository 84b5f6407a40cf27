import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sharedData } from '@/lib/testing/shared-data'
import { loadProfile } from '../sameness/load-profile'
import { compareByReference } from './reference-engine'

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function profileFile(identity: object, rules: object[] = []): string {
  const path = join(folder, `profile-${randomBytes(4).toString('hex')}.json`)
  const profile = { version: 1, asOf: '2026-03-02T00:00:00Z', fhirVersion: '4.0.1', identity, rules }
  writeFileSync(path, JSON.stringify(profile))
  return path
}
function loaded(identity: object, rules: object[] = []) {
  const loading = loadProfile(profileFile(identity, rules))
  if (!loading.ok) throw new Error(loading.because)
  return loading.loaded
}
const switchKey = new Uint8Array(32).fill(7)

describe('the reference engine', () => {
  const synthea = sharedData('fhir/synthea-10-patients')
  it.skipIf(!synthea)('NO-01: finds 5,945 real resources equal to themselves (skipped: no shared data)', async () => {
    const profile = loaded({ system: 'none', fallback: ['https://github.com/synthetichealth/synthea'] })
    const answer = await compareByReference({ source: synthea!, target: synthea!, profile, switchKey })
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults.slice(0, 5)))
    const { source, matched, unpaired, links } = answer.comparison
    expect(source.resources).toBe(5945)
    expect(source.patients.size).toBe(13)
    expect(Object.values(matched).reduce((a, b) => a + b)).toBe(5945)
    expect([unpaired.source, unpaired.target, links]).toEqual([[], [], []])
  })
})
