import { describe, expect, it } from 'vitest'
import { met, moduleFacts, nonConformity, plan, requirement } from '@/lib/testing/assurance-facts'
import { planDeadline } from './clock-rules'
import type { ModuleFacts } from './facts'
import { permissionToBuy } from './gate-rules'
import { labelOf } from './label-rules'
import { standardRows } from './standard-value-rules'
import { standingUntil } from './standing-rules'

const values = (facts: ModuleFacts, day: string) => standardRows(facts, day).flatMap((s) => s.rows.map((r) => r.value))
const workOff = moduleFacts({ nonConformities: [nonConformity('A', [plan('WORK_OFF')])] })
const onA = moduleFacts({ nonConformities: [nonConformity('A')] })

describe('assurance §5', () => {
  it.each([
    ['O1', moduleFacts({ findings: [] }), '2026-03-01', ['UNKNOWN', 'UNKNOWN'], 'Not assessed (2 gaps)', 'HELD'],
    ['O2', moduleFacts(), '2026-03-01', ['MET', 'MET'], 'Conformant', 'OPEN'],
    ['O3', moduleFacts(), '2026-08-01', ['MET', 'MET'], 'Conformant until 10 January 2027', 'OPEN'],
    ['O4', moduleFacts(), '2027-01-11', ['LAPSED', 'LAPSED'], 'Not conformant (lapsed)', 'HELD'],
    ['O5', onA, '2026-03-03', ['BREACHED', 'MET'], 'Not conformant', 'ACKNOWLEDGE'],
    ['O5 on the last day of CL-02', onA, '2026-05-16', ['BREACHED', 'MET'], 'Not conformant', 'ACKNOWLEDGE'],
    ['O6', onA, '2026-05-17', ['BREACHED', 'MET'], 'Not conformant', 'HELD'],
    [
      'O7',
      workOff,
      '2026-09-30',
      ['WORK_OFF', 'MET'],
      'Conformant with work-off (1, next due 30 September 2026)',
      'ACKNOWLEDGE',
    ],
    ['O8', workOff, '2026-10-01', ['BREACHED', 'MET'], 'Not conformant', 'HELD'],
    [
      'O9',
      moduleFacts({ nonConformities: [nonConformity('B', [plan('REMEDIATION', { acceptedOn: '2026-03-08' })])] }),
      '2026-04-01',
      ['MET', 'BREACHED'],
      'Under remediation (due 30 September 2026)',
      'HELD',
    ],
  ] as const)('%s', (_, facts, day, expected, label, gate) => {
    expect(values(facts, day)).toEqual(expected)
    expect(labelOf(facts, day).words).toBe(label)
    expect(permissionToBuy(facts, ['C5'], day).gate).toBe(gate)
  })

  it('a live remediation plan of a lesser breach asks for acceptance in writing', () => {
    const facts = moduleFacts({ nonConformities: [nonConformity('A', [plan('REMEDIATION')])] })
    expect(permissionToBuy(facts, ['C5'], '2026-05-01').gate).toBe('WRITTEN_ACCEPTANCE')
  })

  it('CL-02 runs 75 days, 10 for a serious hazard', () => {
    expect(planDeadline(nonConformity('A'), requirement('A'))).toBe('2026-05-16')
    expect(planDeadline(nonConformity('B'), requirement('B', 'CLINICAL_SAFETY'))).toBe('2026-03-12')
  })

  it('NC-01 nothing is worked off on a serious hazard, whatever a row says', () => {
    const facts = moduleFacts({ nonConformities: [nonConformity('B', [plan('WORK_OFF')])] })
    expect(values(facts, '2026-05-01')).toEqual(['MET', 'BREACHED'])
  })

  it('without a decision to list, nothing may be bought; suspended until lifted; removed for good', () => {
    const day = '2026-03-01'
    const decide = (...kinds: ('LIST' | 'SUSPEND' | 'LIFT' | 'REMOVE')[]) =>
      moduleFacts({
        decisions: kinds.map((kind, i) => ({ id: kind, kind, on: day, seq: i, effectiveFrom: day, reason: 'Why' })),
      })
    const answer = (facts: ModuleFacts) => [labelOf(facts, day).words, permissionToBuy(facts, ['C5'], day).gate]
    expect(answer(decide())).toEqual(['Not assessed', 'REFUSED'])
    expect(answer(decide('LIST', 'SUSPEND'))).toEqual(['Suspended', 'REFUSED'])
    expect(answer(decide('LIST', 'SUSPEND', 'LIFT'))).toEqual(['Conformant', 'OPEN'])
    expect(answer(decide('LIST', 'REMOVE', 'LIFT'))).toEqual(['Removed', 'REFUSED'])
    expect(permissionToBuy(moduleFacts(), ['C13'], day)).toEqual({
      gate: 'REFUSED',
      because: ['It does not claim C13'],
    })
  })

  it('DV-01 a standard is the worst of its mandatory values, and UNKNOWN is worse than LAPSED', () => {
    const lapsed = met('A', { validUntil: '2026-02-01' })
    const facts = moduleFacts({ findings: [lapsed] })
    expect(values(facts, '2026-03-01')).toEqual(['LAPSED', 'UNKNOWN'])
    expect(standardRows(facts, '2026-03-01')[0]?.value).toBe('UNKNOWN')
    expect(labelOf(facts, '2026-03-01').words).toBe('Not assessed (1 gap)')
    const breached = moduleFacts({ findings: [met('A')], nonConformities: [nonConformity('A')] })
    expect(standardRows(breached, '2026-03-03')[0]?.value).toBe('BREACHED')
  })

  it('DV-01 a SHOULD never lowers', () => {
    const [standard] = moduleFacts().standards
    const should = { ...requirement('C'), level: 'SHOULD' as const }
    const versions = standard!.versions.map((v) => ({ ...v, requirements: [...v.requirements, should] }))
    const facts = moduleFacts({ standards: [{ ...standard!, versions }] })
    expect(values(facts, '2026-03-01')).toEqual(['MET', 'MET', 'UNKNOWN'])
    expect(labelOf(facts, '2026-03-01').words).toBe('Conformant')
    expect(permissionToBuy(facts, ['C5'], '2026-03-01').gate).toBe('OPEN')
  })

  it('AS-02 a standard without a mandatory requirement, and a module without standards, are never green', () => {
    const [standard] = moduleFacts().standards
    const bare = { ...standard!, versions: standard!.versions.map((v) => ({ ...v, requirements: [] })) }
    for (const facts of [moduleFacts({ standards: [bare] }), moduleFacts({ standards: [] })]) {
      expect(labelOf(facts, '2026-03-01').kind).toBe('not-assessed')
      expect(permissionToBuy(facts, ['C5'], '2026-03-01').gate).toBe('HELD')
    }
  })
})

describe('SV-03 S35 2.0.2 effective 2025-07-18, transition to 2025-08-17, only 2.0.1 met', () => {
  const [standard] = moduleFacts().standards
  const old = { ...standard!.versions[0]!, version: '2.0.1' }
  const newer = { ...old, id: 'v2', version: '2.0.2', asserted: null }
  const dated = { ...newer, publishedOn: '2025-07-01', effectiveOn: '2025-07-18', transitionEndsOn: '2025-08-17' }
  const s35 = (listedOn: string) =>
    moduleFacts({
      standards: [{ ...standard!, id: 'S35', versions: [old, dated] }],
      findings: [met('A', { on: '2025-01-10' }), met('B', { on: '2025-01-10' })],
      decisions: [{ id: 'd', kind: 'LIST', on: listedOn, seq: 1, effectiveFrom: listedOn, reason: 'All met' }],
    })

  it('an incumbent is fine through 08-17 and lapses on 08-18', () => {
    const incumbent = s35('2025-02-01')
    expect(values(incumbent, '2025-08-17')).toEqual(['MET', 'MET'])
    expect(labelOf(incumbent, '2025-08-17').words).toBe('Conformant until 17 August 2025')
    expect(values(incumbent, '2025-08-18')).toEqual(['LAPSED', 'LAPSED'])
  })

  it('an entrant, and a majorly changed incumbent, lapse on 07-18', () => {
    expect(values(s35('2025-07-18'), '2025-07-18')).toEqual(['LAPSED', 'LAPSED'])
    const changed = { ...s35('2025-02-01'), changeImpact: 'MAJOR' as const }
    expect(values(changed, '2025-07-17')).toEqual(['MET', 'MET'])
    expect(values(changed, '2025-07-18')).toEqual(['LAPSED', 'LAPSED'])
  })

  it('a standing knows the last day on which it is sure', () => {
    expect(standingUntil(s35('2025-02-01'), '2025-08-01')).toBe('2025-08-17')
    expect(standingUntil(moduleFacts(), '2026-03-01')).toBe('2026-07-13')
    expect(standingUntil(moduleFacts({ findings: [], evidence: [] }), '2026-03-01')).toBe(null)
  })
})
