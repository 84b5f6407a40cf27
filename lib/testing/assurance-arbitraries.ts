import fc from 'fast-check'
import type {
  CheckResult,
  Finding,
  ModuleFacts,
  NonConformity,
  Requirement,
  StandardVersion,
} from '@/lib/assurance/facts'
import { addDays } from '@/lib/platform/days'
import { arbitraryPlan } from './arbitrary-plans'
import { moduleFacts } from './assurance-facts'

/** Everything that may be known of a module with one standard, two requirements and, in some cases, a newer version that carries over. */
export const today = '2026-06-01'
const day = fc.integer({ min: -400, max: 60 }).map((n) => addDays(today, n))
const ahead = fc.option(fc.integer({ min: -60, max: 400 }).map((n) => addDays(today, n)))
/** Facts stand on the older version twice as often as on the newer one that some cases have. */
const key = fc.record({
  standardVersionId: fc.constantFrom('v1', 'v1', 'v2'),
  requirementId: fc.constantFrom('A', 'B'),
})
const seq = fc.integer({ min: 0, max: 50 })
const join = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) => fc.tuple(a, b).map(([x, y]) => ({ ...x, ...y }))
const many = <T>(one: fc.Arbitrary<T>, maxLength = 4) => fc.array(one, { maxLength })

export const finding: fc.Arbitrary<Finding> = join(
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
export const check: fc.Arbitrary<CheckResult> = join(
  key,
  fc.record({
    check: fc.constantFrom('X', 'Y'),
    on: day,
    seq,
    run: fc.constantFrom('OFFICIAL', 'OFFICIAL', 'REFRESH', 'MONITOR', 'DRYRUN', 'CHALLENGE'),
    result: fc.constantFrom('PASS', 'PASS', 'FAIL', 'NOT_EXERCISED', 'NOT_APPLICABLE', 'ERROR'),
    logged: fc.boolean(),
    waivers: many(fc.record({ from: day, until: day }), 1),
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

export const redeclaration = join(key, fc.record({ on: day }))
/** A newer version, published by officers: A and B are the same, reworded, or new; days before, at and after today. */
export const newerVersion: fc.Arbitrary<StandardVersion> = fc
  .record({
    requirements: fc.tuple(aRequirement('A'), aRequirement('B')),
    kinds: fc.tuple(
      fc.constantFrom('SAME', 'SAME', 'REWORDED', 'REWORDED', 'NEW'),
      fc.constantFrom('SAME', 'REWORDED', 'NEW'),
    ),
    published: fc.integer({ min: -300, max: 30 }),
    untilEffective: fc.integer({ min: 0, max: 90 }),
    transition: fc.integer({ min: 0, max: 90 }),
    withdrawnOn: fc.option(day, { freq: 6 }),
    retiredOn: fc.option(day, { freq: 6 }),
  })
  .map(({ requirements, kinds, published, untilEffective, transition, withdrawnOn, retiredOn }) => {
    const publishedOn = addDays(today, published)
    const effectiveOn = addDays(publishedOn, untilEffective)
    return {
      id: 'v2',
      standardId: 'S1',
      version: '2.0.0',
      publishedOn,
      knownFrom: publishedOn,
      effectiveOn,
      transitionEndsOn: addDays(effectiveOn, transition),
      withdrawnOn,
      retiredOn,
      asserted: null,
      requirements: requirements.map((r, i) => carrying(r, kinds[i]!)),
    }
  })
function carrying(r: Requirement, kind: string): Requirement {
  if (kind !== 'SAME' && kind !== 'REWORDED') return r
  return { ...r, carriedFrom: [{ kind, standardVersionId: 'v1', requirementId: r.id }] }
}

export const facts: fc.Arbitrary<ModuleFacts> = fc
  .record({
    newer: fc.option(newerVersion, { freq: 3 }),
    redeclarations: many(redeclaration, 2),
    changeImpact: fc.constantFrom('MINOR' as const, 'MINOR' as const, 'MAJOR' as const),
    requirements: fc.tuple(aRequirement('A'), aRequirement('B')),
    findings: many(finding, 5),
    evidence: fc
      .subarray(['e1', 'e2', 'e3'])
      .chain((ids) => fc.tuple(...ids.map((id) => ahead.map((validUntil) => ({ id, validUntil }))))),
    checks: many(check),
    nonConformities: many(nonConformity, 2),
    waivers: many(waiver, 1),
  })
  .map(({ requirements, newer, ...rest }) => {
    const base = moduleFacts(rest)
    const [standard] = base.standards
    const versions = standard!.versions.map((v) => ({ ...v, requirements }))
    return { ...base, standards: [{ ...standard!, versions: newer ? [...versions, newer] : versions }] }
  })
