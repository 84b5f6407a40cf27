import { describe, expect, it } from 'vitest'
import { moduleFacts, nonConformity, plan } from '@/lib/testing/assurance-facts'
import { isLive, planDeadline } from '../clock-rules'
import type { Hazard, PlanAct } from '../facts'
import { factsKnownOn } from '../facts-known-on'
import { permissionToBuy } from '../gate-rules'
import { labelOf } from '../label-rules'
import { planKnownOn } from './plan-acts-rules'
import { againstAcceptance, againstExtension, againstProposal, endOf } from './plan-rules'

const today = '2026-03-10'
const steps = (...days: string[]) => days.map((dueOn) => ({ words: 'Something is done', dueOn }))
const propose = (kind: 'WORK_OFF' | 'REMEDIATION', hazard: Hazard, days: string[], nc = nonConformity('A')) =>
  againstProposal({ kind, milestones: steps(...days) }, nc, hazard, today)

describe('a plan as the supplier proposes it', () => {
  it('NC-01 WORK_OFF_NOT_ALLOWED: no work-off on a serious hazard, nor on one raised to serious', () => {
    for (const hazard of ['CLINICAL_SAFETY', 'SECURITY', 'DATA_LOSS'] as const)
      expect(propose('WORK_OFF', hazard, ['2026-04-01'])).toMatchObject({ field: 'kind' })
    expect(propose('REMEDIATION', 'SECURITY', ['2026-04-01'])).toBeUndefined()
    expect(propose('WORK_OFF', 'LOW', ['2026-04-01'])).toBeUndefined()
    const raised = { ...nonConformity('A'), raised: { hazard: 'SECURITY' as const, on: '2026-03-09' } }
    expect(propose('WORK_OFF', 'LOW', ['2026-04-01'], raised)).toMatchObject({ field: 'kind' })
  })

  it('OUT_OF_RANGE, AS-08: 1 to 20 milestones, none over, the end at most 365 days after the determination', () => {
    expect(propose('WORK_OFF', 'LOW', [])).toMatchObject({ words: 'Name at least one milestone' })
    expect(propose('WORK_OFF', 'LOW', Array<string>(20).fill('2026-04-01'))).toBeUndefined()
    expect(propose('WORK_OFF', 'LOW', Array<string>(21).fill('2026-04-01'))).toMatchObject({ words: /20 milestones/ })
    expect(propose('WORK_OFF', 'LOW', ['2027-03-02'])).toBeUndefined()
    expect(propose('WORK_OFF', 'LOW', ['2026-04-01', '2027-03-03'])).toMatchObject({ field: 'due-2' })
    expect(propose('WORK_OFF', 'LOW', [today])).toBeUndefined()
    expect(propose('WORK_OFF', 'LOW', ['2026-03-09'])).toMatchObject({ field: 'due-1' })
    expect(endOf(steps('2026-05-01', '2026-09-30', '2026-04-01'))).toBe('2026-09-30')
  })

  it('after an accepted plan only a remediation plan can follow', () => {
    const nc = nonConformity('A', [plan('WORK_OFF', { acceptedOn: '2026-03-05' })])
    expect(propose('WORK_OFF', 'LOW', ['2026-04-01'], nc)).toMatchObject({ words: /only a remediation plan/ })
    expect(propose('REMEDIATION', 'LOW', ['2026-04-01'], nc)).toBeUndefined()
  })
})

describe('what officers may accept and extend', () => {
  const with_ = (...plans: ReturnType<typeof plan>[]) => moduleFacts({ nonConformities: [nonConformity('A', plans)] })
  const onB = (kind: 'WORK_OFF' | 'REMEDIATION') =>
    moduleFacts({ nonConformities: [nonConformity('B', [plan(kind, { acceptedOn: null })])] })

  it('NC-01 again at the acceptance, and the last day still to come', () => {
    expect(againstAcceptance(onB('WORK_OFF'), 'plan-WORK_OFF', today)).toMatch(/cannot be worked off/)
    expect(againstAcceptance(onB('REMEDIATION'), 'plan-REMEDIATION', today)).toBeUndefined()
    const waits = with_(plan('WORK_OFF', { acceptedOn: null }))
    expect(againstAcceptance(waits, 'plan-WORK_OFF', '2026-09-30')).toBeUndefined()
    expect(againstAcceptance(waits, 'plan-WORK_OFF', '2026-10-01')).toMatch(/is over/)
    expect(againstAcceptance(waits, 'another', today)).toMatch(/Choose a plan/)
    expect(againstAcceptance(waits, undefined, today)).toMatch(/Choose a plan/)
  })

  it('Oracle §6, OUT_OF_RANGE: due 09-30 is extended once, until 12-29 at the latest, and not once it has run out', () => {
    const facts = with_(plan('WORK_OFF'))
    const extend = (until: string, day = '2026-09-01') =>
      againstExtension(facts, { planId: 'plan-WORK_OFF', until }, day)
    expect(extend('2026-12-29')).toBeUndefined()
    expect(extend('2026-12-30')).toMatch(/90 days at most: until 29 December 2026/)
    expect(extend('2026-09-30')).toMatch(/Name a day after/)
    expect(extend('2026-12-29', '2026-09-30')).toBeUndefined()
    expect(extend('2026-12-29', '2026-10-01')).toMatch(/has run out/)
    const acts: PlanAct[] = [{ kind: 'EXTENDED', on: '2026-08-01', milestone: null, dueOn: '2026-10-31' }]
    const extended = with_(plan('WORK_OFF', { dueOn: '2026-10-31', history: { dueOn: '2026-09-30', acts } }))
    expect(againstExtension(extended, { planId: 'plan-WORK_OFF', until: '2026-11-30' }, '2026-09-01')).toMatch(/once/)
  })
})

describe('dated acts (INV-03)', () => {
  const act = (kind: PlanAct['kind'], on: string, dueOn: string | null = null): PlanAct => ({
    kind,
    on,
    milestone: null,
    dueOn,
  })
  const acts = [
    act('STARTED', '2026-05-01'),
    act('CLAIMED_DONE', '2026-09-20'),
    act('REJECTED', '2026-10-15'),
    act('EXTENDED', '2026-09-10', '2026-12-29'),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const whole = plan('WORK_OFF', { history: { dueOn: '2026-09-30', acts } })
  const facts = moduleFacts({ nonConformities: [nonConformity('A', [whole])] })

  it('an extension, a claim and its rejection count from their own days and change none before', () => {
    const on = (day: string) => planKnownOn(whole, day)
    expect(on('2026-09-09')).toMatchObject({ dueOn: '2026-09-30', startedOn: '2026-05-01', claimedDoneOn: null })
    expect(on('2026-09-10')).toMatchObject({ dueOn: '2026-12-29', claimedDoneOn: null })
    expect(on('2026-10-14')).toMatchObject({ claimedDoneOn: '2026-09-20' })
    expect(on('2026-10-15')).toMatchObject({ claimedDoneOn: null, dueOn: '2026-12-29' })
    expect(on('2026-04-19').acceptedOn).toBeNull()
    expect(planKnownOn(on('2026-10-15'), '2026-09-09')).toMatchObject({ dueOn: '2026-09-30' })
  })

  it('INV-02: done in time stays in time when it is said again too late, and a rejection begins anew', () => {
    const claims = (...more: PlanAct[]) =>
      planKnownOn(
        plan('WORK_OFF', {
          history: { dueOn: '2026-09-30', acts: [act('CLAIMED_DONE', '2026-09-20'), ...more] },
        }),
        '2026-12-31',
      ).claimedDoneOn
    expect(claims(act('CLAIMED_DONE', '2026-10-05'))).toBe('2026-09-20')
    expect(claims(act('REJECTED', '2026-10-01'), act('CLAIMED_DONE', '2026-10-05'))).toBe('2026-10-05')
    expect(claims(act('CLAIMED_DONE', '2026-10-05'), act('REJECTED', '2026-10-06'))).toBeNull()
  })

  it('the label of a past day stays what it was then', () => {
    const then = (day: string) => labelOf(factsKnownOn(facts, day), day).words
    expect(then('2026-09-09')).toBe('Conformant with work-off (1, next due 30 September 2026)')
    expect(then('2026-09-10')).toBe('Conformant with work-off (1, next due 29 December 2026)')
  })

  it('raised to serious: no work-off carries it from that day on, and the gate is held', () => {
    const nc = { ...nonConformity('A', [plan('WORK_OFF')]), raised: { hazard: 'SECURITY' as const, on: '2026-06-01' } }
    const raised = moduleFacts({ nonConformities: [nc] })
    const gateOn = (day: string) => permissionToBuy(factsKnownOn(raised, day), ['C5'], day).gate
    expect(gateOn('2026-05-31')).toBe('ACKNOWLEDGE')
    expect(gateOn('2026-06-01')).toBe('HELD')
    expect(isLive(nc.plans[0]!, { hazard: 'LOW' }, '2026-06-01', nc)).toBe(false)
    expect(planDeadline({ ...nc, raised: { hazard: 'SECURITY', on: '2026-03-04' } }, { hazard: 'LOW' })).toBe(
      '2026-03-14',
    )
    expect(planDeadline(nc, { hazard: 'LOW' })).toBe('2026-05-16')
  })
})
