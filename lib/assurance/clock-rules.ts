import { addDays, type Day } from '@/lib/platform/days'
import { isSerious, type NonConformity, type Plan, type Requirement } from './facts'

/** CL-02: days from a non-conformity's determination to an accepted plan. */
const planDays = { usual: 75, serious: 10 }

/** The last day on which a plan can still be accepted in time. */
export function planDeadline(nc: NonConformity, requirement: Requirement): Day {
  return addDays(nc.determinedOn, isSerious(requirement) ? planDays.serious : planDays.usual)
}

/** CL-02 is missed: the deadline is over and no plan was ever accepted. */
export function isPlanClockMissed(nc: NonConformity, requirement: Requirement, today: Day): boolean {
  return today > planDeadline(nc, requirement) && !nc.plans.some((plan) => isAccepted(plan, today))
}

/**
 * A plan that holds today: accepted, not superseded, not past due or claimed done in time.
 * On a serious hazard nothing may be worked off (NC-01), whatever a row says.
 */
export function isLive(plan: Plan, requirement: Requirement, today: Day): boolean {
  if (plan.kind === 'WORK_OFF' && isSerious(requirement)) return false
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
