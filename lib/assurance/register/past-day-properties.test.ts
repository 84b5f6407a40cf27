import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { met, moduleFacts, nonConformity } from '@/lib/testing/assurance-facts'
import type { Finding, ModuleFacts } from '../facts'
import { factsCorrected, factsKnownOn } from '../facts-known-on'
import { labelOf } from '../label-rules'
import { standardRows } from '../standard-value-rules'
import { correctionsOf } from './entry-rules'

const runs = { numRuns: 5_000 }
const past = '2026-05-01'
const day = fc.integer({ min: -400, max: 60 }).map((n) => addDays(past, n))

const finding: fc.Arbitrary<Finding> = fc
  .record({
    requirementId: fc.constantFrom('A', 'B'),
    id: fc.uuid(),
    on: day,
    knownOn: day,
    seq: fc.nat(50),
    outcome: fc.constantFrom('MET' as const, 'MET' as const, 'NOT_MET' as const, 'NOT_APPLICABLE' as const),
    signed: fc.constantFrom(true, true, false),
    correctsId: fc.constantFrom('x1', 'x2', 'none'),
    validUntil: fc.option(fc.integer({ min: -60, max: 300 }).map((n) => addDays(past, n))),
  })
  .map((given) => met(given.requirementId, { ...given, evidenceIds: ['e1'] }))

const facts: fc.Arbitrary<ModuleFacts> = fc
  .record({ findings: fc.array(finding, { maxLength: 5 }), opened: fc.option(day) })
  .map(({ findings, opened }) =>
    moduleFacts({
      findings: findings.map((f, i) => ({ ...f, id: `x${i}` })),
      nonConformities: opened === null ? [] : [{ ...nonConformity('A'), determinedOn: opened }],
    }),
  )

/** Facts that came into the register after the past day, and may speak of any day. */
const knownOn = addDays(past, 1)
const withLater = (f: ModuleFacts, late: Finding, reach: string): ModuleFacts => ({
  ...f,
  findings: [...f.findings, { ...late, knownOn, correctsId: 'x0' }],
  evidence: [...f.evidence, { id: 'late', validUntil: null, knownOn }],
  waivers: [
    ...f.waivers,
    { id: 'w', standardVersionId: 'v1', requirementId: 'A', from: reach, until: '2027-01-01', knownOn },
  ],
  decisions: [
    ...f.decisions,
    { id: 'c', kind: 'CORRECT', on: reach, knownOn, seq: 99, effectiveFrom: reach, reason: '', correctsId: 'd1' },
  ],
})

describe('INV-03', () => {
  it('a past day as then known never changes by what is recorded later, however far it reaches back', () =>
    fc.assert(
      fc.property(facts, finding, day, (f, late, reach) => {
        const [before, after] = [factsKnownOn(f, past), factsKnownOn(withLater(f, late, reach), past)]
        expect(after).toEqual(before)
        expect(standardRows(after, past)).toEqual(standardRows(before, past))
        expect(labelOf(after, past)).toEqual(labelOf(before, past))
      }),
      runs,
    ))

  it('as known now it changes only where the register names what was recorded later', () =>
    fc.assert(
      fc.property(facts, finding, (f, late) => {
        const later = { ...f, findings: [...f.findings, { ...late, knownOn }] }
        const [before, after] = [labelOf(factsCorrected(f, past), past), labelOf(factsCorrected(later, past), past)]
        if (after.words !== before.words) expect(correctionsOf(later, past).map((c) => c.id)).toContain(late.id)
      }),
      runs,
    ))
})
