import type { Day } from '@/lib/platform/days'
import type { Plan, PlanAct } from '../facts'

/**
 * What follows from a plan's acts: its last day, whether it began, and the claim of done that nobody has rejected. Said twice
 * it counts from the first time: whoever was in time does not become late by repeating it.
 */
export function afterActs(dueOn: Day, acts: PlanAct[]): Required<Pick<Plan, 'dueOn' | 'claimedDoneOn' | 'startedOn'>> {
  const standing = acts.slice(acts.findLastIndex((act) => act.kind === 'REJECTED') + 1)
  return {
    dueOn: acts.findLast((act) => act.kind === 'EXTENDED')?.dueOn ?? dueOn,
    startedOn: acts.find((act) => act.kind === 'STARTED')?.on ?? null,
    claimedDoneOn: standing.find((act) => act.kind === 'CLAIMED_DONE')?.on ?? null,
  }
}

/** A plan as it was known at the end of that day: a later extension, claim or rejection changes nothing before it (INV-03). */
export function planKnownOn(plan: Plan, day: Day): Plan {
  const then = (date: Day | null) => (date !== null && date <= day ? date : null)
  const { history } = plan
  const acts = history?.acts.filter((act) => act.on <= day) ?? []
  return {
    ...plan,
    claimedDoneOn: then(plan.claimedDoneOn),
    ...(history && { history: { ...history, acts }, ...afterActs(history.dueOn, acts) }),
    acceptedOn: then(plan.acceptedOn),
    supersededOn: then(plan.supersededOn),
  }
}
