import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coreR4 } from '../checks/core-r4'
import { bundleOf } from './bundle-of'
import { complaintOf, fixturesSchema } from './fixtures-schema'
import { jobSchema } from './job-schema'
import { mapOf } from './map'
import type { RunReport } from './run-job'
import { runnerCommand } from './runner-command'
import { suite } from './suite'

const fixtures = {
  nhsNumbers: ['9000000009', '9000000017'],
  unknownNhsNumber: '9000000041',
  invalidNhsNumber: '9000000008',
  slotWindow: { start: '2026-11-30', end: '2026-12-04' },
  testRanges: ['999', '900'],
}
const job = {
  kind: 'OFFICIAL',
  base: 'https://fhir.example/r4',
  profile: 'core-r4',
  fixtures,
  token: null,
  nonce: 'nonce-of-the-run',
  seed: 7,
  readOnly: false,
}

describe('the suite core-r4', () => {
  it('CK-06: its ids are these for ever, each in a file of that name', () => {
    const ids =
      'CAP-01 CAP-02 CAP-03 HDR-01 HDR-02 TLS-01 TLS-02 TLS-03 TLS-04 TLS-05 AUTH-01 AUTH-02 JWT-01 JWT-02 JWT-03 JWT-04 JWT-05 JWT-06 JWT-07 JWT-08 JWT-09 SMART-01 ERR-01 ERR-02 ERR-03 ERR-04 ERR-05 SRCH-01 SRCH-02 SRCH-03 PAGE-01 WRT-01 WRT-02 VER-01 REC-01 REC-02a REC-02b REC-03 APT-01 APT-03 APT-04 APT-05 APT-06 DOC-01 EXP-01 EXP-02 MIG-01 PERF-01 PERF-02'
    const rules = 'PAT-NHS PAT-ONE PAT-NAME ALG-CODE MED-CODE OBS-UNIT OBS-DATE SLT-TIME'
      .split(' ')
      .map((id) => `RULE-${id}`)
    expect(coreR4.map(({ id }) => id).join(' ')).toBe([ids, ...rules].join(' '))
    const files = readdirSync(new URL('../checks', import.meta.url))
    for (const id of ids.split(' ')) expect(files).toContain(`${id.toLowerCase()}.ts`)
  })

  it('CK-06: its strengths are those of the design, and every requirement of a check has its line in the map', () => {
    const of = (strength: string) =>
      coreR4.filter((check) => check.strength === strength).flatMap(({ id }) => (/^(JWT|RULE)-/.test(id) ? [] : [id]))
    expect(of('FULL')).toEqual(['CAP-01', 'SMART-01'])
    expect(of('BLOCK').join(' ')).toBe(
      'TLS-04 AUTH-01 AUTH-02 ERR-01 ERR-02 ERR-03 ERR-04 ERR-05 REC-01 REC-02a REC-02b REC-03',
    )
    const lines = mapOf(coreR4).filter(({ check }) => check === 'EXP-01')
    expect(lines.map(({ requirement }) => requirement)).toEqual(['S26', 'S47'])
  })

  it('EV-02: its hashes are the same each time', () => {
    expect(suite()).toEqual(suite())
    expect(suite().codeSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('EV-02: a report becomes a bundle whose verdicts follow from its results', () => {
    const map = mapOf(coreR4)
    const results = coreR4.map(({ id: check, requirement }) => ({
      check,
      requirement,
      result: check === 'ERR-02' ? ('FAIL' as const) : ('PASS' as const),
      reason: '',
      message: '',
      exchanges: [1],
    }))
    const report: RunReport = {
      suite: suite(),
      kind: 'OFFICIAL',
      base: 'https://fhir.example/r4/',
      nonce: 'n',
      startedAt: '2026-11-29T12:00:00.000Z',
      endedAt: '2026-11-29T12:00:01.000Z',
      addresses: [],
      tlsFingerprints: [],
      map,
      results,
      exchanges: [],
      aborted: null,
    }
    const bundle = bundleOf(report, { standardVersions: ['S26 2.0.0'], moduleVersion: 'm/1' })
    expect(bundle.results[0]).toEqual({ check: 'CAP-01', result: 'PASS', reason: '', message: '' })
    expect(bundle.verdicts).toMatchObject({
      'GPC/foundations': 'MET_MACHINE',
      'GPC/error-handling': 'NOT_MET',
      S26: 'NOT_PROVEN',
    })
    const part = bundleOf({ ...report, results: results.filter(({ check }) => check !== 'CAP-01') }, bundle)
    expect(part.verdicts['GPC/foundations']).toBe('NOT_PROVEN')
  })
})

describe('CS-04: fixtures', () => {
  it('CS-04: are refused with the name of the field', () => {
    const complaint = (more: object) => {
      const read = fixturesSchema.safeParse({ ...fixtures, ...more })
      return read.success ? 'none' : complaintOf(read.error)
    }
    expect(complaint({})).toBe('none')
    expect(complaint({ nhsNumbers: ['9434765919'] })).toMatch(/^nhsNumbers\.0: stands in no range/)
    expect(complaint({ nhsNumbers: ['9000000008'] })).toMatch(/^nhsNumbers\.0: its check digit/)
    expect(complaint({ nhsNumbers: [] })).toMatch(/^nhsNumbers: /)
    expect(complaint({ nhsNumbers: ['9000000009', '9000000009'] })).toMatch(/^nhsNumbers: /)
    expect(complaint({ unknownNhsNumber: '9000000017' })).toMatch(/^unknownNhsNumber: is among/)
    expect(complaint({ invalidNhsNumber: '9000000009' })).toMatch(/^invalidNhsNumber: its check digit is right/)
    expect(complaint({ slotWindow: { start: '2026-12-04', end: '2026-11-30' } })).toMatch(/^slotWindow: /)
    expect(complaint({ slotWindow: { start: '2026-02-30', end: '2026-11-30' } })).toMatch(/^slotWindow\.start: /)
    expect(complaint({ testRanges: [''] })).toMatch(/^testRanges\.0: /)
    expect(complaint({ sandbox: 'x=127.0.0.1' })).toMatch(/^sandbox: /)
  })
})

describe("CS-01: the runner's own process", () => {
  const run = (input: string, ...pins: string[]) => {
    const { command, args } = runnerCommand(pins)
    return spawnSync(command, args, {
      input,
      env: {} as NodeJS.ProcessEnv,
      cwd: '/',
      encoding: 'utf8',
      timeout: 60_000,
    })
  }

  it('SG-10: a job may not name a sandbox, nor anything else that the form has not', () => {
    expect(jobSchema.safeParse(job).success).toBe(true)
    expect(jobSchema.safeParse({ ...job, sandbox: ['x=127.0.0.1'] }).success).toBe(false)
    expect(jobSchema.safeParse({ ...job, checks: ['CAP-99'] }).success).toBe(false)
  })

  it('CS-01: works with an empty environment, and tells its lines on standard output', () => {
    const inside = { ...job, base: 'http://sandbox.test:1/fhir', checks: ['SMART-01', 'ERR-02'] }
    const { stdout, stderr, status } = run(JSON.stringify(inside))
    expect([status, stderr]).toEqual([0, ''])
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ event }) => event)).toEqual(['began', 'ended', 'began', 'ended', 'finished'])
    const { report } = lines.at(-1) as { report: RunReport }
    // Nothing opened that host: it ends before it begins.
    expect(report).toMatchObject({ kind: 'OFFICIAL', aborted: 'TARGET_NOT_ALLOWED', exchanges: [] })
    expect(report.results.map(({ check, result }) => `${check} ${result}`)).toEqual(['SMART-01 ERROR', 'ERR-02 ERROR'])
  })

  it('CS-01: refuses what is no job with 64, and says which field', () => {
    expect(run('{')).toMatchObject({ status: 64, stdout: '' })
    expect(run(JSON.stringify({ ...job, seed: -1 })).stderr).toContain('seed')
  })
})
