import { describe, expect, it } from 'vitest'
import { met, nonConformity, plan, requirement } from '@/lib/testing/assurance-facts'
import type { CheckResult, Requirement } from './facts'
import { type RequirementFacts, requirementValue } from './requirement-value-rules'

const today = '2026-06-01'
const key = { standardVersionId: 'v1', requirementId: 'A' }
const evidence = [{ id: 'e1', validUntil: '2027-01-10' }]
const machine: Requirement = {
  ...requirement('A'),
  method: 'MACHINE',
  evidenceValidDays: 100,
  checks: [
    { id: 'X', strength: 'FULL' },
    { id: 'Y', strength: 'PARTIAL' },
  ],
}
const check = (over: Partial<CheckResult> = {}): CheckResult => ({
  ...key,
  check: 'X',
  on: '2026-05-01',
  seq: 5,
  run: 'OFFICIAL',
  result: 'PASS',
  logged: true,
  waivers: [],
  ...over,
})
const waiver = { ...key, id: 'w', from: '2026-05-01', until: '2026-08-01' }
const notMet = met('A', { id: 'n', outcome: 'NOT_MET', on: '2026-03-01' })
const notApplicable = met('A', { id: 'na', outcome: 'NOT_APPLICABLE', on: '2026-04-01' })
const passes = [check(), check({ check: 'Y' })]
const lapse = { ...nonConformity('A'), source: 'LAPSE' as const, determinedOn: '2026-05-20' }
const open = (plans: Parameters<typeof nonConformity>[1] = []) => ({
  ...nonConformity('A', plans),
  determinedOn: '2026-05-20',
})

const value = (over: Partial<RequirementFacts>) => {
  const facts: RequirementFacts = {
    requirement: requirement('A'),
    applies: true,
    findings: [],
    evidence,
    checks: [],
    nonConformities: [],
    waivers: [],
    metOlderVersion: false,
    ...over,
  }
  const { value: v, rule } = requirementValue(facts, today)
  return `${rule} ${v}`
}

describe('assurance §5, rule by rule', () => {
  it.each([
    ['no rule applies', { applies: false }, 'D1 NOT_APPLICABLE'],
    ['found not applicable after it was not met', { findings: [notMet, notApplicable] }, 'D1 NOT_APPLICABLE'],
    ['… not while a non-conformity is open', { findings: [notApplicable], nonConformities: [open()] }, 'D2a BREACHED'],
    ['an open non-conformity without a plan', { findings: [met('A')], nonConformities: [open()] }, 'D2a BREACHED'],
    [
      '… with a plan not yet accepted',
      { nonConformities: [open([plan('WORK_OFF', { acceptedOn: null })])] },
      'D2a BREACHED',
    ],
    [
      'a lapse whose plan is overdue (CL-02)',
      { nonConformities: [{ ...lapse, determinedOn: '2026-01-01' }] },
      'D2b BREACHED',
    ],
    [
      'a plan that ran out',
      { nonConformities: [{ ...lapse, plans: [plan('WORK_OFF', { dueOn: '2026-05-31' })] }] },
      'D2b BREACHED',
    ],
    ['a newer NOT_MET', { findings: [met('A'), notMet] }, 'D2c BREACHED'],
    ['a newer FAIL', { findings: [met('A')], checks: [check({ result: 'FAIL' })] }, 'D2c BREACHED'],
    [
      '… not if that check was waived',
      {
        findings: [met('A')],
        checks: [check({ result: 'FAIL', waivers: [{ from: '2026-05-20', until: '2026-08-01' }] })],
      },
      'D6 MET',
    ],
    [
      '… but again once the waiver of the check has ended (DE-03)',
      {
        findings: [met('A')],
        checks: [check({ result: 'FAIL', waivers: [{ from: '2026-05-01', until: '2026-05-31' }] })],
      },
      'D2c BREACHED',
    ],
    ['a live work-off plan', { nonConformities: [open([plan('WORK_OFF')])] }, 'D3 WORK_OFF'],
    [
      '… past due, but claimed done in time',
      { nonConformities: [open([plan('WORK_OFF', { dueOn: '2026-05-31', claimedDoneOn: '2026-05-30' })])] },
      'D3 WORK_OFF',
    ],
    ['a lapse within its clock', { nonConformities: [lapse] }, 'D4 LAPSED'],
    ['every mapped check passes', { requirement: machine, checks: passes }, 'D5 MET_MACHINE'],
    ['… one of them never ran', { requirement: machine, checks: [check()] }, 'D9 UNKNOWN'],
    [
      '… only partial ones are mapped',
      { requirement: { ...machine, checks: [{ id: 'Y', strength: 'PARTIAL' }] }, checks: passes },
      'D9 UNKNOWN',
    ],
    ['… a pass is out of date', { requirement: { ...machine, evidenceValidDays: 20 }, checks: passes }, 'D8 LAPSED'],
    ['a signed finding in date', { findings: [met('A')] }, 'D6 MET'],
    ['AC-03 … without any evidence', { findings: [met('A', { evidenceIds: [] })] }, 'D8 LAPSED'],
    ['AC-03 … whose evidence is gone', { findings: [met('A', { evidenceIds: ['e1', 'gone'] })] }, 'D8 LAPSED'],
    ['INV-05 … that nobody signed', { findings: [met('A', { signed: false })] }, 'D9 UNKNOWN'],
    ['a live waiver', { findings: [notMet], waivers: [waiver] }, 'D7 WAIVED'],
    [
      'DE-03 … never on a serious hazard',
      { requirement: requirement('A', 'SECURITY'), waivers: [waiver] },
      'D9 UNKNOWN',
    ],
    ['a finding out of date', { findings: [met('A', { validUntil: '2026-05-31' })] }, 'D8 LAPSED'],
    ['an older version was met', { metOlderVersion: true }, 'D8 LAPSED'],
    ['nothing', {}, 'D9 UNKNOWN'],
    ['INV-04 only a dry run', { requirement: machine, checks: [check({ run: 'DRYRUN' })] }, 'D9 UNKNOWN'],
  ] as [string, Partial<RequirementFacts>, string][])('%s', (_, facts, expected) => expect(value(facts)).toBe(expected))
})
