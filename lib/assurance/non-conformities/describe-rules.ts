import type { Day } from '@/lib/platform/days'
import { isExpired } from '../clock-rules'
import type { Clock } from '../clocks/clock'
import { type Hazard, isSerious } from '../facts'
import type { StoredNonConformity } from './non-conformity'
import type { MilestoneView, NonConformityView, PlanView } from './non-conformity-view'
import type { StoredPlan } from './plan'
import { planKnownOn } from './plan-acts-rules'

type Texts = {
  nc: StoredNonConformity
  plans: StoredPlan[]
  statements: { text: string; statedOn: Day }[]
  /** The requirement's own hazard. */
  hazard: Hazard
  clocks: Clock[]
}

/** What is known of a non-conformity at the end of that day: a later word, act or end is not in it (INV-03). */
export function describe({ nc, plans, statements, hazard, clocks }: Texts, day: Day): NonConformityView {
  const closed = nc.closedOn !== null && nc.closedOn <= day
  const now = nc.hazard !== null && nc.hazardRaisedOn! <= day ? nc.hazard : hazard
  return {
    id: nc.id,
    moduleVersionId: nc.moduleVersionId,
    requirementId: nc.requirementId,
    source: nc.source,
    summary: nc.summary,
    state: nc.state === 'closed' && !closed ? 'open' : nc.state,
    hazard: now,
    serious: isSerious({ hazard: now }),
    raisedOn: nc.raisedOn,
    determinedOn: nc.determinedOn,
    closedOn: closed ? nc.closedOn : null,
    closedBy: closed ? nc.closedBy : null,
    reason: nc.reason,
    statements: statements.filter((s) => s.statedOn <= day).map(({ text, statedOn }) => ({ text, on: statedOn })),
    plans: plans
      .filter((plan) => (plan.proposedOn ?? plan.acceptedOn ?? day) <= day)
      .map((p) => describePlan(p, nc, day)),
    clocks,
    version: nc.version,
  }
}

function describePlan(plan: StoredPlan, nc: StoredNonConformity, day: Day): PlanView {
  const known = planKnownOn({ ...plan, claimedDoneOn: null, history: { dueOn: plan.dueOn, acts: plan.acts } }, day)
  const acts = plan.acts.filter((act) => act.on <= day)
  const rejected = acts.findLast((act) => act.kind === 'REJECTED' || act.kind === 'CLAIMED_DONE')
  return {
    id: plan.id,
    kind: plan.kind,
    summary: plan.summary,
    state: stateOn(),
    acceptedOn: known.acceptedOn,
    dueOn: known.dueOn,
    extendedFrom: known.dueOn === plan.dueOn ? null : plan.dueOn,
    startedOn: known.startedOn ?? null,
    claimedDoneOn: known.claimedDoneOn,
    rejected: rejected?.kind === 'REJECTED' ? { on: rejected.on, words: rejected.words ?? '' } : null,
    milestones: plan.milestones.map((m): MilestoneView => {
      const ticked = acts.find((act) => act.kind === 'TICKED' && act.milestone === m.number)
      return { ...m, tickedOn: ticked?.on ?? null }
    }),
    returnReason: plan.returnReason,
    version: plan.version,
  }

  function stateOn(): PlanView['state'] {
    if (plan.state === 'returned') return 'returned'
    if (known.acceptedOn === null) return 'proposed'
    if (known.supersededOn !== null) return 'superseded'
    if (plan.state === 'verified' && nc.closedOn !== null && nc.closedOn <= day) return 'verified'
    return isExpired(known, day) ? 'expired' : 'accepted'
  }
}
