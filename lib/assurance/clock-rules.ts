import { addDays, type Day } from '@/lib/platform/days'
import { type ClockRule, ruleOn, shippedClockRules } from './clocks/clock-rule'
import { isSerious, isSeriousOn, type NonConformity, type Plan, type Requirement } from './facts'

type Hazardous = Pick<Requirement, 'hazard'>

/**
 * CL-02: the last day on which a plan can still be accepted in time. One that was raised to serious later has the serious
 * time from that day on, and never more than it had: days that were over stay as they were (INV-03).
 */
export function planDeadline(nc: NonConformity, requirement: Hazardous, rules: ClockRule[] = shippedClockRules): Day {
  const rule = ruleOn(rules, 'CL-02', nc.determinedOn)
  const seriousDays = rule.seriousDays ?? rule.days[0]!
  const usual = addDays(nc.determinedOn, isSerious(requirement) ? seriousDays : rule.days[0]!)
  if (!nc.raised || !isSerious(nc.raised)) return usual
  const raised = addDays(nc.raised.on, seriousDays)
  return raised < usual ? raised : usual
}

/** CL-02 is missed: the deadline is over and no plan was ever accepted. */
export function isPlanClockMissed(
  nc: NonConformity,
  requirement: Hazardous,
  today: Day,
  rules: ClockRule[] = shippedClockRules,
): boolean {
  return today > planDeadline(nc, requirement, rules) && !nc.plans.some((plan) => isAccepted(plan, today))
}

/**
 * A plan that holds today: accepted, not superseded, not past due or claimed done in time.
 * On a serious hazard nothing may be worked off (NC-01), whatever a row says.
 */
export function isLive(
  plan: Plan,
  requirement: Hazardous,
  today: Day,
  nc: Pick<NonConformity, 'raised'> = {},
): boolean {
  if (plan.kind === 'WORK_OFF' && isSeriousOn(nc, requirement, today)) return false
  return isAccepted(plan, today) && !isSuperseded(plan, today) && !isPastDue(plan, today)
}

/** A plan that ran out: accepted, not superseded, past due and not claimed done by then (CL-05). */
export function isExpired(plan: Plan, today: Day): boolean {
  return isAccepted(plan, today) && !isSuperseded(plan, today) && isPastDue(plan, today)
}

const isAccepted = (plan: Plan, today: Day) => plan.acceptedOn !== null && plan.acceptedOn <= today
const isSuperseded = (plan: Plan, today: Day) => plan.supersededOn !== null && plan.supersededOn <= today
const isPastDue = (plan: Plan, today: Day) =>
  plan.dueOn < today && !(plan.claimedDoneOn !== null && plan.claimedDoneOn <= plan.dueOn)
