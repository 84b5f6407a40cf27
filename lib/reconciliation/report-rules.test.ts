import { describe, expect, it } from 'vitest'
import { buildReport, fullCanary } from '@/lib/testing/build-report'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import type { UnsignedReport } from './report'
import { totalsProblems } from './report-rules'
import { unsignedReportSchema } from './report-schema'
import { signReport } from './sign-report'

const situation = {
  kind: 'trial' as const,
  sourceManifestSha256: 'a'.repeat(64),
  targetManifestSha256: 'b'.repeat(64),
  startedAt: new Date('2026-03-02T09:00:00Z'),
}
const fault = { code: 'E-JSON', side: 'source', file: 'a', line: 1, byte: 1, message: 'x' }
const changed = (change: (report: UnsignedReport) => unknown) => {
  const copy = structuredClone(buildReport(situation))
  change(copy)
  return copy
}

describe('the figures of a report', () => {
  it('fit each other in a clean report, and in ones with few and many losses', () => {
    for (const unexplained of [{}, { S1: 2 }, { S2: 3 }, { S1: 1, S2: 700 }, { S1: 5, S2: 5 }])
      expect(totalsProblems(buildReport({ ...situation, unexplained }))).toEqual([])
  })

  it.each<[string, (report: UnsignedReport) => unknown]>([
    ['types of a side', (r) => Object.assign(r.source, { resources: r.source.resources + 1 })],
    ['matched', (r) => Object.assign(r.totals, { matched: r.source.resources - 9 })],
    ['classes', (r) => Object.assign(r.totals.byClass, { missing: 12 })],
    ['a total that no check has', (r) => Object.assign(r.totals.unexplained, { S1: '1-4' })],
    ['a check that the totals hide', (r) => Object.assign(r.checks[4]!.unexplained, { S1: 40 })],
    ['a check twice', (r) => r.checks.push(r.checks[0]!)],
    ['a check left out', (r) => r.checks.shift()],
    ['a passing check with a loss', (r) => Object.assign(r.checks[5]!.unexplained, { S1: '1-4' })],
    ['a failing check without one', (r) => Object.assign(r.checks[5]!, { status: 'fail' })],
    ['a check that was not run and has counts', (r) => Object.assign(r.checks[9]!, { explained: 8 })],
    ['complete', (r) => Object.assign(r, { complete: true })],
    ['verdict', (r) => Object.assign(r, { verdict: 'equal-with-rules' })],
    ['errors', (r) => Object.assign(r, { errors: [fault] })],
    ['time', (r) => Object.assign(r, { finishedAt: '2026-03-02T08:00:00Z' })],
    ['canary', (r) => Object.assign(r, { canary: { sha256: 'c'.repeat(64), seed: 1, planted: 2, found: 3 } })],
  ])('do not fit when %s is changed', (_, change) => {
    expect(totalsProblems(changed(change))).not.toEqual([])
  })
})

describe('what is no difference of a class', () => {
  /** A clean report in which a check of a whole side found something. */
  const withFaults = (id: string, change: (report: UnsignedReport) => void = () => undefined) =>
    changed((r) => {
      const check = r.checks.find((c) => c.id === id)!
      Object.assign(check, { status: 'fail', matched: null })
      check.unexplained = { ...check.unexplained, S1: '1-4' }
      Object.assign(r.totals.unexplained, { S1: '1-4' })
      Object.assign(r, { verdict: 'different' })
      change(r)
    })

  it('C01, C03: counts in the totals all the same, and blocks what an S1 blocks', () => {
    for (const id of ['C01', 'C03']) expect(totalsProblems(withFaults(id))).toEqual([])
  })

  it('does not fit where another check claims it, or more than the check has', () => {
    expect(totalsProblems(withFaults('C06'))).not.toEqual([])
    expect(totalsProblems(withFaults('C03', (r) => Object.assign(r.totals.unexplained, { S1: 5 })))).not.toEqual([])
  })

  it('PC-03: a hidden count stands for five or more, and for nothing less', () => {
    const hidden = (S1: 9 | '5+', classes: 9 | '5+' | '1-4') =>
      changed((r) => {
        Object.assign(r.totals, { matched: null, byClass: { altered: classes } })
        Object.assign(r.totals.unexplained, { S1 })
        const check = r.checks.find((c) => c.id === 'C05')!
        Object.assign(check, { status: 'fail', matched: null, unexplained: { ...check.unexplained, S1 } })
        Object.assign(r, { verdict: 'different' })
      })
    expect(totalsProblems(hidden('5+', 9))).toEqual([])
    expect(totalsProblems(hidden(9, '5+'))).toEqual([])
    expect(totalsProblems(hidden('5+', '1-4'))).not.toEqual([])
    expect(unsignedReportSchema.safeParse(hidden('5+', 9)).success).toBe(true)
  })
})

describe('signing', () => {
  const { signingKeyPem } = newSigningKeys()
  const report = buildReport(situation)
  const canary = fullCanary(report)

  it('puts the canary into the report', () => {
    const signed = signReport(report, canary, signingKeyPem)
    expect(signed).toMatchObject({ ok: true, report: { canary: { planted: 42, found: 42, seed: 7 } } })
  })

  it.each<[string, unknown, unknown]>([
    ['no canary', report, {}],
    ['a canary of another profile', report, { ...canary, profileSha256: 'd'.repeat(64) }],
    ['a canary of another switch key', report, { ...canary, keyId: 'd'.repeat(16) }],
    ['a canary of another tool', report, { ...canary, tool: { ...canary.tool, version: '9.9.9' } }],
    [
      'a class not planted',
      report,
      { ...canary, byClass: { ...canary.byClass, 'L-allergy': { planted: 0, found: 0 } } },
    ],
    [
      'a class not all found',
      report,
      { ...canary, byClass: { ...canary.byClass, 'L-dose': { planted: 3, found: 2 } } },
    ],
    ['a canary that does not add up', report, { ...canary, planted: 50, found: 50 }],
    ['figures that do not add up', { ...report, complete: true }, canary],
    ['exact small counts', { ...report, links: { ...report.links, dangling: [2, 0] } }, canary],
    ['a report that is signed already', { ...report, signature: {} }, canary],
  ])('refuses %s', (_, r, c) => {
    expect(signReport(r, c, signingKeyPem).ok).toBe(false)
  })
})
