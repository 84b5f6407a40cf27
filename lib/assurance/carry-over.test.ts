import { describe, expect, it } from 'vitest'
import { met, moduleFacts, nonConformity, plan, requirement } from '@/lib/testing/assurance-facts'
import { knownOfRequirement } from './carry-over-rules'
import type { ModuleFacts, Requirement, StandardVersion } from './facts'
import { factsKnownOn } from './facts-known-on'
import { labelOf } from './label-rules'
import { standardRows } from './standard-value-rules'
import { standingUntil } from './standing-rules'

type Kind = 'SAME' | 'REWORDED'
const [base] = moduleFacts().standards
const [old] = base!.versions
const carried = (id: string, kind: Kind, from = id): Requirement => ({
  ...requirement(id),
  carriedFrom: [{ kind, standardVersionId: 'v1', requirementId: from }],
})
/** MINOR, effective 2026-04-01, its transition ends on 06-30. */
const newer = (requirements: Requirement[], over: Partial<StandardVersion> = {}): StandardVersion => ({
  ...old!,
  id: 'v2',
  version: '1.1.0',
  asserted: null,
  publishedOn: '2026-03-01',
  knownFrom: '2026-03-01',
  effectiveOn: '2026-04-01',
  transitionEndsOn: '2026-06-30',
  requirements,
  ...over,
})
const withNewer = (requirements: Requirement[], over: Partial<ModuleFacts> = {}, days: Partial<StandardVersion> = {}) =>
  moduleFacts({ standards: [{ ...base!, versions: [old!, newer(requirements, days)] }], ...over })
const value = (facts: ModuleFacts, day: string) => {
  const [row] = standardRows(facts, day)
  return [row!.version, row!.value, ...row!.rows.map((r) => r.value)]
}
const r1r2 = [carried('A', 'SAME'), carried('B', 'REWORDED')]
const r4 = [...r1r2, requirement('D')]
const redeclared = { redeclarations: [{ standardVersionId: 'v2', requirementId: 'B', on: '2026-06-30' }] }
const entrant = (over: Partial<ModuleFacts>) => ({
  decisions: [
    { id: 'd', kind: 'LIST' as const, on: '2026-04-01', seq: 1, effectiveFrom: '2026-04-01', reason: 'All met' },
  ],
  ...over,
})

describe('RF-01 what is known of an older version', () => {
  it('SAME and REWORDED findings carry over, and say where they were found', () => {
    const known = knownOfRequirement(withNewer(r1r2), { standardVersionId: 'v2', requirementId: 'A' }, '2026-03-02')
    expect(known.findings).toMatchObject([
      { standardVersionId: 'v2', carriedFrom: { standardVersionId: 'v1', requirementId: 'A' } },
    ])
  })

  it('Oracle of §8: M1 met the old; what was reworded lapses on 07-01 if it was not declared again', () => {
    const m1 = withNewer(r1r2)
    expect(value(m1, '2026-06-30')).toEqual(['1.1.0', 'MET', 'MET', 'MET'])
    expect(labelOf(m1, '2026-06-30').words).toBe('Conformant until 30 June 2026')
    expect(value(m1, '2026-07-01')).toEqual(['1.1.0', 'LAPSED', 'MET', 'LAPSED'])
    expect(value(withNewer(r1r2, redeclared), '2026-07-01')).toEqual(['1.1.0', 'MET', 'MET', 'MET'])
    expect(standingUntil(m1, '2026-06-01')).toBe('2026-06-30')
  })

  it('Oracle of §8: with r4 NEW it lapses; an entrant without r4 is UNKNOWN from 04-01', () => {
    const m1 = withNewer(r4, redeclared)
    expect(value(m1, '2026-06-30')).toEqual(['1.0.0', 'MET', 'MET', 'MET'])
    expect(value(m1, '2026-07-01')).toEqual(['1.1.0', 'LAPSED', 'MET', 'MET', 'LAPSED'])
    const findings = [met('A', { standardVersionId: 'v2' }), met('B', { standardVersionId: 'v2' })]
    expect(value(withNewer(r4, entrant({ findings })), '2026-04-01').at(-1)).toBe('UNKNOWN')
    expect(labelOf(withNewer(r4, entrant({ findings })), '2026-04-01').words).toBe('Not assessed (1 gap)')
  })

  it('TIGHTENED and NEW begin UNKNOWN while the older version still counts', () => {
    const rows = standardRows(withNewer([carried('A', 'SAME'), requirement('B')], { findings: [] }), '2026-07-01')
    expect(rows[0]!.rows.map((r) => r.value)).toEqual(['UNKNOWN', 'UNKNOWN'])
  })

  it('carries an open non-conformity and its plan along', () => {
    const facts = withNewer([carried('A', 'REWORDED')], { nonConformities: [nonConformity('A', [plan('WORK_OFF')])] })
    expect(value(facts, '2026-07-01')).toEqual(['1.1.0', 'WORK_OFF', 'WORK_OFF'])
    expect(value(facts, '2026-10-01')).toEqual(['1.1.0', 'BREACHED', 'BREACHED'])
  })

  it('goes through several versions, and through a circle only once', () => {
    const third = newer(
      [{ ...requirement('A'), carriedFrom: [{ kind: 'SAME', standardVersionId: 'v2', requirementId: 'A' }] }],
      {
        id: 'v3',
        version: '1.2.0',
      },
    )
    const circle = {
      ...old!,
      requirements: [
        { ...requirement('A'), carriedFrom: [{ kind: 'SAME' as const, standardVersionId: 'v3', requirementId: 'A' }] },
      ],
    }
    const standards = [{ ...base!, versions: [circle, newer([carried('A', 'SAME')]), third] }]
    const known = knownOfRequirement(
      moduleFacts({ standards }),
      { standardVersionId: 'v3', requirementId: 'A' },
      '2026-03-02',
    )
    expect(known.findings.map((f) => f.id)).toEqual(['met-A'])
  })

  it('a version of another standard takes the place of what it replaces (n to m)', () => {
    const s2 = newer([carried('A', 'SAME'), requirement('D')], { standardId: 'S2', replaces: ['v1'], version: '1.0.0' })
    const facts = moduleFacts({ standards: [base!, { id: 'S2', name: 'Two', capabilityIds: null, versions: [s2] }] })
    expect(standardRows(facts, '2026-06-30').map((s) => [s.standardId, s.value])).toEqual([
      ['S1', 'MET'],
      ['S2', 'UNKNOWN'],
    ])
    expect(standardRows(facts, '2026-07-01').map((s) => [s.standardId, s.value])).toEqual([['S2', 'LAPSED']])
  })
})

describe('SV-03 a version that is withdrawn', () => {
  it('un-lapses what lapsed by it, and earlier days still say what they said', () => {
    const { publishedOn, effectiveOn, transitionEndsOn, retiredOn, withdrawnOn } = newer([])
    const days = { publishedOn, effectiveOn, transitionEndsOn, retiredOn, withdrawnOn }
    const earlierDays = [{ until: '2026-07-10', days }]
    const facts = withNewer(r4, {}, { withdrawnOn: '2026-07-10', earlierDays })
    expect(value(facts, '2026-07-10')).toEqual(['1.0.0', 'MET', 'MET', 'MET'])
    expect(value(factsKnownOn(facts, '2026-07-05'), '2026-07-05')[1]).toBe('LAPSED')
    expect(value(factsKnownOn(facts, '2026-02-20'), '2026-02-20')).toEqual(['1.0.0', 'MET', 'MET', 'MET'])
    expect(labelOf(factsKnownOn(facts, '2026-02-20'), '2026-02-20').words).toBe('Conformant')
  })
})
