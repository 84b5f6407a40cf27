import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { withoutAnAct } from '@/lib/testing/arbitrary-plans'
import { check, facts, finding, newerVersion, redeclaration, today } from '@/lib/testing/assurance-arbitraries'
import { met, moduleFacts, requirement } from '@/lib/testing/assurance-facts'
import { isLive } from './clock-rules'
import type { CheckResult, ModuleFacts, NonConformity, StandardDays } from './facts'
import { factsKnownOn } from './facts-known-on'
import { permissionToBuy } from './gate-rules'
import { labelOf } from './label-rules'
import { rankOf, type StandardRow, standardRows, versionRow } from './standard-value-rules'
import { standingUntil } from './standing-rules'

const runs = { numRuns: 10_000 }
const rowsOf = (f: ModuleFacts): StandardRow[] => standardRows(f, today)
/** The best version of each standard, and each version by itself: which of two is the better may change with what is taken away. */
const ranks = (f: ModuleFacts) => [
  ...rowsOf(f).map((s) => rankOf(s.value)),
  ...f.standards.flatMap((s) =>
    s.versions.flatMap((v) => versionRow(v, s, f, today).rows.map((row) => rankOf(row.value))),
  ),
]

/** Every way to take away one thing that speaks for the module (INV-02). */
function reductions(f: ModuleFacts): ModuleFacts[] {
  const without = <T>(all: T[], drop: (x: T) => boolean) =>
    all.flatMap((x, i) => (drop(x) ? [all.filter((_, j) => j !== i)] : []))
  const required = new Map(
    f.standards[0]!.versions.flatMap((v) => v.requirements.map((r) => [`${v.id}/${r.id}`, r] as const)),
  )
  const liveSomewhere = (nc: NonConformity, p: NonConformity['plans'][number]) =>
    [...required.values()].some((r) => r.id === nc.requirementId && isLive(p, r, today, nc))
  return [
    ...without(f.findings, (x) => x.outcome !== 'NOT_MET').map((findings) => ({ ...f, findings })),
    ...without(f.evidence, () => true).map((evidence) => ({ ...f, evidence })),
    ...without(f.checks, (x) => x.result === 'PASS').map((checks) => ({ ...f, checks })),
    ...without(f.waivers, () => true).map((waivers) => ({ ...f, waivers })),
    ...without(f.redeclarations ?? [], () => true).map((redeclarations) => ({ ...f, redeclarations })),
    ...f.nonConformities.flatMap((nc, i) =>
      without(nc.plans, (p) => liveSomewhere(nc, p)).map((plans) => ({
        ...f,
        nonConformities: f.nonConformities.map((other, j) => (i === j ? { ...nc, plans } : other)),
      })),
    ),
    ...f.nonConformities.flatMap((nc, i) =>
      nc.plans.flatMap((p, k) =>
        withoutAnAct(p).map((less) => {
          const plans = nc.plans.map((other, m) => (m === k ? less : other))
          return { ...f, nonConformities: f.nonConformities.map((o, j) => (i === j ? { ...nc, plans } : o)) }
        }),
      ),
    ),
  ]
}

const daysOf = ({
  publishedOn,
  effectiveOn,
  transitionEndsOn,
  retiredOn,
  withdrawnOn,
}: StandardDays): StandardDays => ({
  publishedOn,
  effectiveOn,
  transitionEndsOn,
  retiredOn,
  withdrawnOn,
})
const valuesOn = (f: ModuleFacts, on: string) =>
  standardRows(f, on).map((s) => [s.version, s.value, s.transitionEndsOn, ...s.rows.map((r) => [r.value, r.until])])

/** Worst first. Not assessed and under remediation stand beside not conformant: none of them says that it conforms. */
const labels = [['not-assessed', 'remediation', 'not-conformant'], ['work-off'], ['conformant-until', 'conformant']]
const labelRank = (f: ModuleFacts) => labels.findIndex((kinds) => kinds.includes(labelOf(f, today).kind))
const gates = ['REFUSED', 'HELD', 'WRITTEN_ACCEPTANCE', 'ACKNOWLEDGE', 'OPEN']
const gateRank = (f: ModuleFacts) => gates.indexOf(permissionToBuy(f, ['C5'], today).gate)

describe('the derivation of conformance', () => {
  it('INV-01 is total: every set of facts has a value, a label and a gate', () =>
    fc.assert(
      fc.property(facts, (f) => {
        expect(rowsOf(f).every((s) => s.rows.every((row) => rankOf(row.value) >= 0))).toBe(true)
        expect(labelOf(f, today).words).not.toBe('')
        expect(['OPEN', 'ACKNOWLEDGE', 'WRITTEN_ACCEPTANCE', 'HELD']).toContain(permissionToBuy(f, ['C5'], today).gate)
      }),
      runs,
    ))

  it(
    'INV-02 taking away a finding, evidence, live plan, claim, extension, waiver or PASS never improves anything',
    () =>
      fc.assert(
        fc.property(facts, (f) => {
          const before = ranks(f)
          for (const less of reductions(f)) expect(ranks(less).every((rank, i) => rank <= before[i]!)).toBe(true)
        }),
        runs,
      ),
    120_000,
  )

  it('INV-02 deleting a MET finding never makes the label better, nor the gate', () =>
    fc.assert(
      fc.property(facts, (f) => {
        const [label, gate] = [labelRank(f), gateRank(f)]
        for (const gone of f.findings.filter((x) => x.outcome === 'MET')) {
          const less = { ...f, findings: f.findings.filter((x) => x !== gone) }
          expect(labelRank(less)).toBeLessThanOrEqual(label)
          expect(gateRank(less)).toBeLessThanOrEqual(gate)
        }
      }),
      runs,
    ))

  it('INV-03 a past day as then known does not change by what comes later', () =>
    fc.assert(
      fc.property(facts, finding, check, (f, late, lateCheck) => {
        const past = addDays(today, -30)
        const later = {
          ...f,
          findings: [...f.findings, { ...late, on: addDays(past, 1) }],
          checks: [...f.checks, { ...lateCheck, on: addDays(past, 5) }],
        }
        expect(standardRows(factsKnownOn(later, past), past)).toEqual(standardRows(factsKnownOn(f, past), past))
      }),
      runs,
    ))

  it('INV-03 nor by a version published, moved or withdrawn later, nor by a later re-declaration', () =>
    fc.assert(
      fc.property(facts, newerVersion, redeclaration, fc.integer({ min: 1, max: 29 }), (f, newer, said, n) => {
        const past = addDays(today, -30)
        const later = addDays(past, n)
        const [standard] = f.standards
        const moved = standard!.versions.map((v) => ({
          ...v,
          retiredOn: later,
          withdrawnOn: later,
          transitionEndsOn: later,
          earlierDays: [{ until: later, days: daysOf(v) }],
        }))
        const then = { ...newer, id: 'v3', version: '3.0.0', knownFrom: later, asserted: 'EFFECTIVE' as const }
        const now = {
          ...f,
          standards: [{ ...standard!, versions: [...moved, then] }],
          redeclarations: [...(f.redeclarations ?? []), { ...said, on: later }],
        }
        expect(valuesOn(factsKnownOn(now, past), past)).toEqual(valuesOn(factsKnownOn(f, past), past))
      }),
      runs,
    ))

  it('INV-04 ERROR and NOT_EXERCISED change nothing', () =>
    fc.assert(
      fc.property(facts, check, fc.constantFrom('ERROR', 'NOT_EXERCISED'), (f, c, result) => {
        expect(rowsOf({ ...f, checks: [...f.checks, { ...c, result } as CheckResult] })).toEqual(rowsOf(f))
      }),
      runs,
    ))

  it('INV-05 nothing is met without a signed finding or a logged run', () =>
    fc.assert(
      fc.property(facts, (f) => {
        const unproven = {
          ...f,
          findings: f.findings.map((x) => ({ ...x, signed: false })),
          checks: f.checks.map((x) => ({ ...x, logged: false })),
        }
        expect(rowsOf(unproven).flatMap((s) => s.rows.map((r) => r.value))).not.toContain('MET')
        expect(rowsOf(unproven).flatMap((s) => s.rows.map((r) => r.value))).not.toContain('MET_MACHINE')
      }),
      runs,
    ))

  it('a cached standing holds to its last day', () =>
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 500 }), (f, n) => {
        const until = standingUntil(f, today)
        const later = addDays(today, n)
        if (until === null || later <= until) expect(labelOf(f, later)).toEqual(labelOf(f, today))
      }),
      runs,
    ))

  it('never-green-without-finding', () => {
    const bare = moduleFacts({ findings: [], standards: moduleFacts().standards })
    expect(labelOf(bare, today).kind).toBe('not-assessed')
    const half = moduleFacts({ findings: [met('A')] })
    expect(labelOf(half, today).words).toBe('Not assessed (1 gap)')
    expect(requirement('A').level).toBe('MUST')
  })
})
