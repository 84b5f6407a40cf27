import type { Day } from '@/lib/platform/days'
import type { Clock } from '../clocks/clock'
import type { NonConformityView, PlanView } from './non-conformity-view'

export type PublicPlan = Omit<PlanView, 'version' | 'returnReason'>
/** A line of the register: nothing in it changes for a day that is over, so it holds no counter and no name (RG-02). */
export type PublicNonConformity = Pick<
  NonConformityView,
  | 'id'
  | 'requirementId'
  | 'source'
  | 'summary'
  | 'state'
  | 'hazard'
  | 'serious'
  | 'statements'
  | 'closedOn'
  | 'closedBy'
> & {
  determinedOn: Day
  plans: PublicPlan[]
  /** Clocks that were missed by that day, with the day on which it was done after all. */
  missed: Pick<Clock, 'clock' | 'dueOn' | 'doneOn'>[]
  running: Pick<Clock, 'clock' | 'dueOn'>[]
}

/** What everybody may read (RG-03): plans once two officers have accepted them, statements, what was missed. */
export function publicView(view: NonConformityView): PublicNonConformity {
  const { id, requirementId, source, summary, state, hazard, serious, statements, closedOn, closedBy } = view
  return {
    ...{ id, requirementId, source, summary, state, hazard, serious, statements, closedOn, closedBy },
    determinedOn: view.determinedOn!,
    plans: view.plans
      .filter((plan) => plan.acceptedOn !== null)
      .map(({ version: _, returnReason: __, ...plan }) => plan),
    missed: view.clocks
      .filter((clock) => clock.state === 'missed')
      .map(({ clock, dueOn, doneOn }) => ({ clock, dueOn, doneOn })),
    running: view.clocks.filter((clock) => clock.state === 'running').map(({ clock, dueOn }) => ({ clock, dueOn })),
  }
}
