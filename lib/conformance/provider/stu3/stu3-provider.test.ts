import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedData } from '@/lib/testing/shared-data'
import { gpcStu3 } from '../../checks/gpc-stu3'
import type { Resource } from '../../checks/parts/json'
import { shapedTypes, shapeFault } from '../../checks/stu3/shape-rules'
import { parseSandbox } from '../../guard/sandbox-rules'
import type { CheckReport } from '../../run/run-job'
import { runSuite } from '../../run/run-suite'
import { providerFixtures } from '../fixtures'
import { startStu3Provider } from './start-stu3-provider'
import { stu3Faults } from './stu3-faults'
import matrix from './stu3-matrix.json'

const now = new Date('2026-11-29T12:00:00Z')
const rows: Record<string, Record<string, string>> = matrix

async function tryStu3(fault: string | undefined, seed: number): Promise<CheckReport[]> {
  const { base, token, tokens, close } = await startStu3Provider({ fault, now })
  try {
    const job = { kind: 'DRYRUN', base, profile: 'gpc-stu3', token, tokens, nonce: 'stu3-run-0001', seed } as const
    const fixtures = providerFixtures(now)
    const sandbox = parseSandbox(['sandbox.test=127.0.0.1'])!
    const door = { sandbox, signal: new AbortController().signal, now: () => now, tell: () => undefined }
    const report = await runSuite({ ...job, fixtures, readOnly: true }, door)
    expect(report.suite.name).toBe('gpc-stu3')
    return report.results
  } finally {
    await close()
  }
}

describe('the profile gpc-stu3', () => {
  it('FM-1: a sound provider passes every check, in three orders alike; of plain http no connection is looked at', async () => {
    const runs = [await tryStu3(undefined, 1), await tryStu3(undefined, 2), await tryStu3(undefined, 3)]
    const expected = gpcStu3.map(({ id }) => `${id} ${id.startsWith('TLS-') ? 'NOT_APPLICABLE' : 'PASS'}`)
    for (const results of runs) expect(results.map(({ check, result }) => `${check} ${result}`)).toEqual(expected)
  }, 60_000)

  it('FM-2: each fault is seen by the checks of the matrix, and by no other', async () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(stu3Faults).sort())
    for (const [name, { mustFail, reason }] of Object.entries(stu3Faults)) {
      const seen = (await tryStu3(name, 4)).filter(({ result }) => result !== 'PASS' && result !== 'NOT_APPLICABLE')
      expect([name, Object.fromEntries(seen.map((one) => [one.check, one.reason]))]).toEqual([name, rows[name]])
      expect(seen.filter(({ result }) => result !== 'FAIL')).toEqual([])
      expect([name, rows[name]?.[mustFail]]).toEqual([name, reason])
    }
  }, 120_000)

  it('FM-3: each check of its own is failed by a fault of its own', () => {
    const own = new Set(Object.values(stu3Faults).map(({ mustFail }) => mustFail))
    expect(gpcStu3.map(({ id }) => id).filter((id) => id.startsWith('STU3-') && !own.has(id))).toEqual([])
  })
})

const pairs = sharedData('fhir/gp2gp-pairs')

describe('RP-02: records that a real system gave', () => {
  it.skipIf(!pairs)('have the shape that the rules ask for (skipped without the shared data)', () => {
    const folder = join(pairs!, 'source-gpconnect')
    for (const name of readdirSync(folder)) {
      const bundle = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { entry: { resource: Resource }[] }
      const faults = bundle.entry.map(({ resource }) => shapeFault(resource)).filter((fault) => fault !== undefined)
      expect([name, faults]).toEqual([name, []])
      expect(bundle.entry.some(({ resource }) => shapedTypes.includes(resource.resourceType))).toBe(true)
    }
  })
})
