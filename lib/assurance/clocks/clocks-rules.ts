import { addDays, type Day } from '@/lib/platform/days'
import { isExpired, planDeadline } from '../clock-rules'
import { kindTable } from '../decisions/decision-kinds'
import { type Hazard, isSerious, type ModuleFacts, type NonConformity, type Plan } from '../facts'
import { factsKnownOn } from '../facts-known-on'
import { decisionsKnown, endsOf } from '../label-rules'
import { standardRows } from '../standard-value-rules'
import { type Clock, type ClockFacts, clockOf, earliest, type Subject } from './clock'
import { type ClockRule, ruleOn, shippedClockRules } from './clock-rule'

/**
 * Every clock of a module version as it stands at the end of a day (CL-A): pure, from the facts known by then and the figures
 * in force on the day from which each runs. Calendar days; due on D is in time to the end of D (AS-05). The soonest due first.
 */
export function clocksOf(all: ClockFacts, rules: ClockRule[] = shippedClockRules, today: Day): Clock[] {
  const facts: ClockFacts = { ...all, ...factsKnownOn(all, today) }
  const clocks = [
    ...facts.nonConformities.flatMap((nc) => ofNonConformity(nc, facts, rules, today)),
    ...ofDecisions(facts, rules, today),
    ...ofLaterThings(facts, rules, today),
    ...ofExpiries(facts, rules, today),
  ]
  return clocks.toSorted((a, b) => (a.dueOn === b.dueOn ? (a.clock < b.clock ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
}

/** CL-01, CL-02, CL-09, and those of its plans. */
function ofNonConformity(nc: NonConformity, facts: ModuleFacts, rules: ClockRule[], today: Day): Clock[] {
  const subject: Subject = { type: 'NonConformity', id: nc.id, nonConformityId: nc.id, requirementId: nc.requirementId }
  const hazard = hazardOf(nc, facts)
  const stop = nc.closedOn
  const statedOn = nc.statedOn ?? []
  const from = nc.determinedOn
  const seriousFrom = isSerious({ hazard }) ? from : nc.raised && isSerious(nc.raised) ? nc.raised.on : null
  const run = clockOf(rules, today)
  const accepted = earliest(nc.plans.map((plan) => plan.acceptedOn))
  return [
    run('CL-01', subject, { from, done: earliest(statedOn), stop }),
    run('CL-02', subject, { from, due: planDeadline(nc, { hazard }, rules), done: accepted, stop }),
    ...(seriousFrom === null
      ? []
      : [run('CL-09', subject, { from: seriousFrom, done: earliest(statedOn.filter((d) => d >= seriousFrom)), stop })]),
    ...nc.plans.flatMap((plan) => ofPlan(plan, nc, rules, today)),
  ]
}

/** CL-03, CL-04, CL-05, CL-06, CL-08. */
function ofPlan(plan: Plan, nc: NonConformity, rules: ClockRule[], today: Day): Clock[] {
  if (plan.acceptedOn === null) return []
  const subject: Subject = { type: 'Plan', id: plan.id, nonConformityId: nc.id, requirementId: nc.requirementId }
  const stop = earliest([nc.closedOn, plan.supersededOn])
  const { acceptedOn: from, dueOn, claimedDoneOn } = plan
  const run = clockOf(rules, today)
  const noticeOn = addDays(dueOn, -ruleOn(rules, 'CL-04', from).days[0]!)
  const clocks = [
    run('CL-03', subject, { from, done: plan.startedOn ?? claimedDoneOn, stop }),
    run('CL-04', subject, {
      from,
      due: noticeOn > from ? noticeOn : from,
      stop: earliest([stop, claimedDoneOn]),
      isNotice: true,
    }),
    run('CL-05', subject, { from: dueOn, done: claimedDoneOn, stop }),
  ]
  if (claimedDoneOn !== null)
    clocks.push(run('CL-08', subject, { from: claimedDoneOn, done: nc.closedOn, stop: plan.supersededOn }))
  if (hasExpired(plan, nc, today)) {
    const rejected = plan.history?.acts.findLast((act) => act.kind === 'REJECTED')?.on ?? null
    const over = addDays(dueOn, 1)
    const noticed = rejected !== null && rejected > over ? rejected : over
    const later = nc.plans.filter((p) => p.kind === 'REMEDIATION' && p.acceptedOn !== null && p.acceptedOn >= noticed)
    clocks.push(
      run('CL-06', subject, { from: noticed, done: earliest(later.map((p) => p.acceptedOn)), stop: nc.closedOn }),
    )
  }
  return clocks
}

/** The plan ran out while it was the one that carried its non-conformity, whatever took its place later. */
function hasExpired(plan: Plan, nc: NonConformity, today: Day): boolean {
  const over = addDays(plan.dueOn, 1)
  const goneBefore = earliest([nc.closedOn, plan.supersededOn])
  if (today < over || (goneBefore !== null && goneBefore <= over)) return false
  return isExpired({ ...plan, supersededOn: null }, today)
}

/** CL-07 of a suspension, CL-10 of every adverse decision. */
function ofDecisions(facts: ClockFacts, rules: ClockRule[], today: Day): Clock[] {
  const run = clockOf(rules, today)
  const known = decisionsKnown(facts, today)
  return known.flatMap((decision) => {
    const subject: Subject = { type: 'OfficerDecision', id: decision.id }
    const ends = known.filter((d) => (d.kind === 'LIFT' || d.kind === 'REMOVE') && d.seq > decision.seq)
    const lodged = (facts.appeals ?? []).filter((a) => a.decisionId === decision.id && a.on <= today).map((a) => a.on)
    return [
      ...(decision.kind === 'SUSPEND'
        ? [run('CL-07', subject, { from: decision.effectiveFrom, done: earliest(ends.map((d) => d.effectiveFrom)) })]
        : []),
      ...(kindTable[decision.kind].adverse
        ? [run('CL-10', subject, { from: decision.on, done: earliest(lodged) })]
        : []),
    ]
  })
}

/** CL-11 of an accepted challenge, CL-12 of a proven endpoint. */
function ofLaterThings(facts: ClockFacts, rules: ClockRule[], today: Day): Clock[] {
  const run = clockOf(rules, today)
  const then = (day: Day | null) => (day !== null && day <= today ? day : null)
  return [
    ...(facts.challenges ?? [])
      .filter((c) => c.acceptedOn <= today)
      .map((c) => run('CL-11', { type: 'Challenge', id: c.id }, { from: c.acceptedOn, done: then(c.rePassedOn) })),
    ...(facts.endpointProofs ?? [])
      .filter((e) => e.provenOn <= today)
      .map((e) => run('CL-12', { type: 'Endpoint', id: e.id }, { from: e.provenOn, done: then(e.renewedOn) })),
  ]
}

/** CL-13: notices before whatever is met now runs out, or its transition ends. */
function ofExpiries(facts: ModuleFacts, rules: ClockRule[], today: Day): Clock[] {
  const run = clockOf(rules, today)
  // A plan's end has a letter of its own (CL-04).
  const withoutPlans = standardRows(facts, today).map((standard) => ({
    ...standard,
    rows: standard.rows.filter((row) => row.value !== 'WORK_OFF'),
  }))
  const ends = [...new Set(endsOf(withoutPlans, today))]
  return ends.flatMap((end) =>
    ruleOn(rules, 'CL-13', today).days.map((n) =>
      run('CL-13', { type: 'Expiry', id: end }, { from: today, due: addDays(end, -n), isNotice: true }),
    ),
  )
}

/** The hazard of what it is about; none where the requirement is not known any more. */
function hazardOf(nc: NonConformity, facts: ModuleFacts): Hazard {
  const version = facts.standards.flatMap((s) => s.versions).find((v) => v.id === nc.standardVersionId)
  return version?.requirements.find((r) => r.id === nc.requirementId)?.hazard ?? 'NONE'
}
