import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { moduleFacts, nonConformity, plan } from '@/lib/testing/assurance-facts'
import { planDeadline } from '../clock-rules'
import { appealDays } from '../decisions/decision-rules'
import type { NonConformity, OfficerDecision, Plan, PlanAct } from '../facts'
import type { ClockFacts } from './clock'
import { type ClockId, type ClockRule, clockIds, ruleOn, shippedClockRules } from './clock-rule'
import { clocksOf } from './clocks-rules'

const nc = (plans: Plan[] = [], over: Partial<NonConformity> = {}, requirement = 'A') => ({
  ...nonConformity(requirement, plans),
  ...over,
})
const facts = (...nonConformities: NonConformity[]): ClockFacts => moduleFacts({ nonConformities })
const only = (f: ClockFacts, clock: ClockId, today: string, rules = shippedClockRules) =>
  clocksOf(f, rules, today).filter((c) => c.clock === clock)
const stateOn = (f: ClockFacts, clock: ClockId, today: string) => only(f, clock, today)[0]?.state
const dueOf = (f: ClockFacts, clock: ClockId, today: string) => only(f, clock, today)[0]?.dueOn
const act = (kind: PlanAct['kind'], on: string): PlanAct => ({ kind, on, milestone: null, dueOn: null })
const withActs = (...acts: PlanAct[]) => plan('WORK_OFF', { history: { dueOn: '2026-09-30', acts } })
const decision = (kind: OfficerDecision['kind'], on: string, seq: number): OfficerDecision => ({
  id: `d-${kind}`,
  kind,
  on,
  seq,
  effectiveFrom: on,
  reason: 'A reason',
})

/** In time to the end of its due day, missed on the next (AS-05), and never met any more. */
function runsOut(f: ClockFacts, clock: ClockId, dueOn: string) {
  expect(dueOf(f, clock, dueOn)).toBe(dueOn)
  expect(stateOn(f, clock, dueOn)).toBe('running')
  expect(stateOn(f, clock, addDays(dueOn, 1))).toBe('missed')
}

describe('Oracle §6 and AS-05: in time to the end of the day, weekends move nothing', () => {
  it('CL-01: determined 2026-03-02, the statement by 03-12', () => {
    runsOut(facts(nc()), 'CL-01', '2026-03-12')
    expect(stateOn(facts(nc([], { statedOn: ['2026-03-12'] })), 'CL-01', '2026-06-01')).toBe('met')
    const late = facts(nc([], { statedOn: ['2026-03-13'] }))
    expect(only(late, 'CL-01', '2026-06-01')[0]).toMatchObject({ state: 'missed', doneOn: '2026-03-13' })
    expect(stateOn(facts(nc([], { closedOn: '2026-03-12' })), 'CL-01', '2026-06-01')).toBe('stopped')
  })

  it('CL-02: a plan accepted by 05-16, a serious one by 03-12', () => {
    runsOut(facts(nc()), 'CL-02', '2026-05-16')
    runsOut(facts(nc([], {}, 'B')), 'CL-02', '2026-03-12')
    expect(stateOn(facts(nc([plan('WORK_OFF', { acceptedOn: '2026-05-16' })])), 'CL-02', '2026-06-01')).toBe('met')
    expect(stateOn(facts(nc([plan('WORK_OFF', { acceptedOn: '2026-05-17' })])), 'CL-02', '2026-06-01')).toBe('missed')
    runsOut(facts(nc([], { raised: { hazard: 'SECURITY', on: '2026-04-01' } })), 'CL-02', '2026-04-11')
  })

  it('CL-03: accepted 04-20, started by 04-30', () => {
    runsOut(facts(nc([plan('WORK_OFF')])), 'CL-03', '2026-04-30')
    expect(stateOn(facts(nc([withActs(act('STARTED', '2026-04-30'))])), 'CL-03', '2026-06-01')).toBe('met')
    expect(stateOn(facts(nc([withActs(act('STARTED', '2026-05-01'))])), 'CL-03', '2026-06-01')).toBe('missed')
  })

  it('CL-04: due 09-30, the letter on 09-02; none once it is claimed done', () => {
    const f = facts(nc([plan('WORK_OFF')]))
    expect([dueOf(f, 'CL-04', '2026-09-01'), stateOn(f, 'CL-04', '2026-09-01')]).toEqual(['2026-09-02', 'running'])
    expect(stateOn(f, 'CL-04', '2026-09-02')).toBe('met')
    const claimed = facts(nc([withActs(act('CLAIMED_DONE', '2026-08-01'))]))
    expect(stateOn(claimed, 'CL-04', '2026-09-02')).toBe('stopped')
    const short = facts(nc([plan('WORK_OFF', { acceptedOn: '2026-09-20' })]))
    expect(dueOf(short, 'CL-04', '2026-09-20')).toBe('2026-09-20')
  })

  it('CL-05: due 09-30, claimed done by then; Expired and the notice on 10-01', () => {
    runsOut(facts(nc([plan('WORK_OFF')])), 'CL-05', '2026-09-30')
    const claimed = (on: string) => stateOn(facts(nc([withActs(act('CLAIMED_DONE', on))])), 'CL-05', '2026-12-01')
    expect([claimed('2026-09-30'), claimed('2026-10-01')]).toEqual(['met', 'missed'])
    const superseded = facts(nc([plan('WORK_OFF', { supersededOn: '2026-09-30' })]))
    expect(stateOn(superseded, 'CL-05', '2026-12-01')).toBe('stopped')
  })

  it('CL-06: the notice of 10-01, a remediation plan accepted by 11-12', () => {
    const f = facts(nc([plan('WORK_OFF')]))
    expect(only(f, 'CL-06', '2026-09-30')).toEqual([])
    expect(only(f, 'CL-06', '2026-10-01')[0]).toMatchObject({ from: '2026-10-01' })
    runsOut(f, 'CL-06', '2026-11-12')
    const followed = (on: string) => {
      const old = plan('WORK_OFF', { supersededOn: on })
      const next = plan('REMEDIATION', { acceptedOn: on, dueOn: '2027-01-31' })
      return stateOn(facts(nc([old, next])), 'CL-06', '2026-12-01')
    }
    expect([followed('2026-11-12'), followed('2026-11-13'), followed('2026-09-30')]).toEqual([
      'met',
      'missed',
      undefined,
    ])
    const rejected = withActs(act('CLAIMED_DONE', '2026-09-20'), act('REJECTED', '2026-10-15'))
    expect(only(facts(nc([rejected])), 'CL-06', '2026-10-15')[0]).toMatchObject({ from: '2026-10-15' })
    expect(only(facts(nc([rejected])), 'CL-06', '2026-10-14')).toEqual([])
  })

  it('CL-07: suspended, lifted or removed within 30 days', () => {
    const base = facts()
    const suspended = (...more: OfficerDecision[]): ClockFacts => ({
      ...base,
      decisions: [...base.decisions, decision('SUSPEND', '2026-03-02', 5), ...more],
    })
    runsOut(suspended(), 'CL-07', '2026-04-01')
    expect(stateOn(suspended(decision('LIFT', '2026-04-01', 6)), 'CL-07', '2026-06-01')).toBe('met')
    expect(stateOn(suspended(decision('REMOVE', '2026-04-02', 6)), 'CL-07', '2026-06-01')).toBe('missed')
    const corrected = { ...decision('CORRECT', '2026-03-05', 6), correctsId: 'd-SUSPEND' }
    expect(only(suspended(corrected), 'CL-07', '2026-06-01')).toEqual([])
  })

  it('CL-08: claimed done, closed by the authority within 45 days; a rejected claim has none', () => {
    const claimed = withActs(act('CLAIMED_DONE', '2026-09-01'))
    runsOut(facts(nc([claimed])), 'CL-08', '2026-10-16')
    expect(stateOn(facts(nc([claimed], { closedOn: '2026-10-16' })), 'CL-08', '2026-12-01')).toBe('met')
    expect(stateOn(facts(nc([claimed], { closedOn: '2026-10-17' })), 'CL-08', '2026-12-01')).toBe('missed')
    const rejected = withActs(act('CLAIMED_DONE', '2026-09-01'), act('REJECTED', '2026-09-10'))
    expect(only(facts(nc([rejected])), 'CL-08', '2026-12-01')).toEqual([])
  })

  it('CL-09: a serious one is answered within 10 days, from the day it was raised where it was', () => {
    expect(only(facts(nc()), 'CL-09', '2026-06-01')).toEqual([])
    runsOut(facts(nc([], {}, 'B')), 'CL-09', '2026-03-12')
    expect(stateOn(facts(nc([], { statedOn: ['2026-03-12'] }, 'B')), 'CL-09', '2026-06-01')).toBe('met')
    const raised = { raised: { hazard: 'DATA_LOSS' as const, on: '2026-04-01' }, statedOn: ['2026-03-05'] }
    runsOut(facts(nc([], raised)), 'CL-09', '2026-04-11')
  })

  it('CL-10: an adverse decision, an appeal within 10 days; the same figure as the decision itself writes', () => {
    const base = facts()
    const f: ClockFacts = { ...base, decisions: [...base.decisions, decision('CENSURE', '2026-03-02', 5)] }
    runsOut(f, 'CL-10', '2026-03-12')
    expect(stateOn({ ...f, appeals: [{ decisionId: 'd-CENSURE', on: '2026-03-12' }] }, 'CL-10', '2026-06-01')).toBe(
      'met',
    )
    expect(only(base, 'CL-10', '2026-06-01')).toEqual([])
    expect(ruleOn(shippedClockRules, 'CL-10', '2026-03-02').days).toEqual([appealDays])
  })

  it('CL-11: an accepted challenge passes again within 30 days', () => {
    const f = (rePassedOn: string | null): ClockFacts => ({
      ...facts(),
      challenges: [{ id: 'c', check: 'CAP-01', acceptedOn: '2026-03-02', rePassedOn, endedOn: rePassedOn }],
    })
    runsOut(f(null), 'CL-11', '2026-04-01')
    expect([stateOn(f('2026-04-01'), 'CL-11', '2026-06-01'), stateOn(f('2026-04-02'), 'CL-11', '2026-06-01')]).toEqual([
      'met',
      'missed',
    ])
  })

  it('CL-12: the proof of an endpoint is renewed within 90 days', () => {
    const f = (renewedOn: string | null): ClockFacts => ({
      ...facts(),
      endpointProofs: [{ id: 'e', provenOn: '2026-03-02', renewedOn }],
    })
    runsOut(f(null), 'CL-12', '2026-05-31')
    expect(stateOn(f('2026-05-31'), 'CL-12', '2026-06-01')).toBe('met')
  })

  it('CL-13: notices 180, 90, 30 and 7 days before what is met runs out on 2027-01-10', () => {
    const given = (today: string) =>
      only(facts(), 'CL-13', today)
        .filter((c) => c.state === 'met')
        .map((c) => c.dueOn)
    expect(given('2026-07-13')).toEqual([])
    expect(given('2026-07-14')).toEqual(['2026-07-14'])
    expect(given('2027-01-10')).toEqual(['2026-07-14', '2026-10-12', '2026-12-11', '2027-01-03'])
    expect(only(facts(), 'CL-13', '2027-01-11')).toEqual([])
  })
})

describe('CL-A', () => {
  it('the figure in force on the from-day counts; a later one changes no clock that runs', () => {
    const rules: ClockRule[] = [
      ...shippedClockRules,
      { clock: 'CL-02', fromOn: '2026-03-03', days: [60], seriousDays: 5 },
      { clock: 'CL-01', fromOn: '2026-03-03', days: [5], seriousDays: null },
    ]
    const due = (on: string, clock: ClockId) => only(facts(nc([], { determinedOn: on })), clock, on, rules)[0]!.dueOn
    expect([due('2026-03-02', 'CL-02'), due('2026-03-03', 'CL-02')]).toEqual(['2026-05-16', '2026-05-02'])
    expect([due('2026-03-02', 'CL-01'), due('2026-03-03', 'CL-01')]).toEqual(['2026-03-12', '2026-03-08'])
    expect(planDeadline(nc([], { determinedOn: '2026-03-03' }), { hazard: 'SECURITY' }, rules)).toBe('2026-03-08')
  })

  it('every clock has a rule, and the migration wrote the figures that are shipped', () => {
    expect(shippedClockRules.map((rule) => rule.clock)).toEqual([...clockIds])
    const path = 'prisma/migrations/20261125035000_non_conformities_and_clocks/migration.sql'
    const lines = readFileSync(path, 'utf8').matchAll(/\('(CL-\d\d)', '([\d-]+)', '\{([\d,]+)\}', (NULL|\d+)\)/g)
    const written = [...lines].map(([, clock, fromOn, days, serious]) => ({
      clock,
      fromOn,
      days: days!.split(',').map(Number),
      seriousDays: serious === 'NULL' ? null : Number(serious),
    }))
    expect(written).toEqual(shippedClockRules)
  })

  it('the clocks of a former day are those that were known then', () => {
    const f = facts(nc([plan('WORK_OFF')], { statedOn: ['2026-03-20'], closedOn: '2026-12-01' }))
    expect(only(f, 'CL-01', '2026-03-13')[0]).toMatchObject({ state: 'missed', doneOn: null })
    expect(only(f, 'CL-03', '2026-04-19')).toEqual([])
    expect(clocksOf(f, shippedClockRules, '2026-03-01').filter((c) => c.clock !== 'CL-13')).toEqual([])
  })
})
