import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { arbitraryPlan, withoutAnAct } from '@/lib/testing/arbitrary-plans'
import { met, moduleFacts, requirement } from '@/lib/testing/assurance-facts'
import { isLive } from './clock-rules'
import {
  type CheckResult,
  type Finding,
  factsKnownOn,
  type ModuleFacts,
  type NonConformity,
  type Requirement,
} from './facts'
import { permissionToBuy } from './gate-rules'
import { labelOf } from './label-rules'
import { rankOf, type StandardRow, standardRows } from './standard-value-rules'
import { standingUntil } from './standing-rules'

const runs = { numRuns: 10_000 }
const today = '2026-06-01'
const day = fc.integer({ min: -400, max: 60 }).map((n) => addDays(today, n))
const ahead = fc.option(fc.integer({ min: -60, max: 400 }).map((n) => addDays(today, n)))
const key = fc.record({ standardVersionId: fc.constant('v1'), requirementId: fc.constantFrom('A', 'B') })
const seq = fc.integer({ min: 0, max: 50 })
const join = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) => fc.tuple(a, b).map(([x, y]) => ({ ...x, ...y }))
const many = <T>(one: fc.Arbitrary<T>, maxLength = 4) => fc.array(one, { maxLength })

const finding: fc.Arbitrary<Finding> = join(
  key,
  fc.record({
    id: fc.uuid(),
    on: day,
    seq,
    outcome: fc.constantFrom('MET', 'MET', 'NOT_MET', 'NOT_APPLICABLE'),
    signed: fc.constantFrom(true, true, true, false),
    validUntil: ahead,
    evidenceIds: fc.subarray(['e1', 'e2', 'e3']),
  }),
)
const check: fc.Arbitrary<CheckResult> = join(
  key,
  fc.record({
    check: fc.constantFrom('X', 'Y'),
    on: day,
    seq,
    run: fc.constantFrom('OFFICIAL', 'OFFICIAL', 'REFRESH', 'MONITOR', 'DRYRUN', 'CHALLENGE'),
    result: fc.constantFrom('PASS', 'PASS', 'FAIL', 'NOT_EXERCISED', 'NOT_APPLICABLE', 'ERROR'),
    logged: fc.boolean(),
    waived: fc.boolean(),
  }),
)
const nonConformity: fc.Arbitrary<NonConformity> = join(
  key,
  fc.record({
    id: fc.uuid(),
    source: fc.constantFrom('RUN', 'FINDING', 'LAPSE', 'STANDARD_REFRESH', 'COMPLAINT'),
    determinedOn: day,
    closedOn: fc.option(day),
    plans: many(arbitraryPlan(today), 2),
    raised: fc.option(fc.record({ hazard: fc.constant('SECURITY'), on: day }), { freq: 3 }),
    statedOn: many(day, 2),
  }),
) as fc.Arbitrary<NonConformity>
const waiver = join(key, fc.record({ id: fc.uuid(), from: day, until: ahead.map((d) => d ?? '2099-01-01') }))
const aRequirement = (id: string): fc.Arbitrary<Requirement> =>
  fc.record({
    id: fc.constant(id),
    level: fc.constantFrom('MUST', 'MUST_NOT', 'SHOULD'),
    method: fc.constantFrom('DOCUMENT', 'MACHINE'),
    hazard: fc.constantFrom('LOW', 'CLINICAL_SAFETY'),
    evidenceValidDays: fc.option(fc.integer({ min: 30, max: 400 })),
    checks: fc.subarray<Requirement['checks'][number]>([
      { id: 'X', strength: 'FULL' },
      { id: 'Y', strength: 'PARTIAL' },
    ]),
  })

const facts: fc.Arbitrary<ModuleFacts> = fc
  .record({
    requirements: fc.tuple(aRequirement('A'), aRequirement('B')),
    findings: many(finding, 5),
    evidence: fc
      .subarray(['e1', 'e2', 'e3'])
      .chain((ids) => fc.tuple(...ids.map((id) => ahead.map((validUntil) => ({ id, validUntil }))))),
    checks: many(check),
    nonConformities: many(nonConformity, 2),
    waivers: many(waiver, 1),
  })
  .map(({ requirements, ...rest }) => {
    const base = moduleFacts(rest)
    const [standard] = base.standards
    return { ...base, standards: [{ ...standard!, versions: standard!.versions.map((v) => ({ ...v, requirements })) }] }
  })

const rowsOf = (f: ModuleFacts): StandardRow[] => standardRows(f, today)
const ranks = (f: ModuleFacts) => rowsOf(f).flatMap((s) => [rankOf(s.value), ...s.rows.map((row) => rankOf(row.value))])

/** Every way to take away one thing that speaks for the module (INV-02). */
function reductions(f: ModuleFacts): ModuleFacts[] {
  const without = <T>(all: T[], drop: (x: T) => boolean) =>
    all.flatMap((x, i) => (drop(x) ? [all.filter((_, j) => j !== i)] : []))
  const required = new Map(f.standards[0]!.versions[0]!.requirements.map((r) => [r.id, r]))
  return [
    ...without(f.findings, (x) => x.outcome !== 'NOT_MET').map((findings) => ({ ...f, findings })),
    ...without(f.evidence, () => true).map((evidence) => ({ ...f, evidence })),
    ...without(f.checks, (x) => x.result === 'PASS').map((checks) => ({ ...f, checks })),
    ...without(f.waivers, () => true).map((waivers) => ({ ...f, waivers })),
    ...f.nonConformities.flatMap((nc, i) =>
      without(nc.plans, (p) => isLive(p, required.get(nc.requirementId)!, today, nc)).map((plans) => ({
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

/** Worst first. Not assessed and under remediation stand beside not conformant: none of them says that it conforms. */
const labels = [['not-assessed', 'remediation', 'not-conformant'], ['work-off'], ['conformant-until', 'conformant']]
const labelRank = (f: ModuleFacts) => labels.findIndex((kinds) => kinds.includes(labelOf(f, today).kind))
const gates = ['REFUSED', 'HELD', 'WRITTEN_ACCEPTANCE', 'ACKNOWLEDGE', 'OPEN']
const gateRank = (f: ModuleFacts) => gates.indexOf(permissionToBuy(f, ['C5'], today).gate)

describe('the derivation of conformance', () => {
  it('INV-01 is total: every set of facts has a value, a label and a gate', () =>
    fc.assert(
      fc.property(facts, (f) => {
        expect(rowsOf(f)[0]!.rows.every((row) => rankOf(row.value) >= 0)).toBe(true)
        expect(labelOf(f, today).words).not.toBe('')
        expect(['OPEN', 'ACKNOWLEDGE', 'WRITTEN_ACCEPTANCE', 'HELD']).toContain(permissionToBuy(f, ['C5'], today).gate)
      }),
      runs,
    ))

  it('INV-02 taking away a finding, evidence, live plan, claim, extension, waiver or PASS never improves anything', () =>
    fc.assert(
      fc.property(facts, (f) => {
        const before = ranks(f)
        for (const less of reductions(f)) expect(ranks(less).every((rank, i) => rank <= before[i]!)).toBe(true)
      }),
      runs,
    ))

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
