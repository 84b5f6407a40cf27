import { addDays, type Day, dayWords } from '@/lib/platform/days'
import { isExpired } from '../clock-rules'
import { type Hazard, isSeriousOn, type ModuleFacts, type NonConformity, type Plan } from '../facts'
import type { PlanKind } from './plan'

/** AS-08: how long after the determination a plan may end, and how many milestones it has at most. */
export const planDays = 365
export const mostMilestones = 20
/** An extension, which there is once (§6). */
export const extensionDays = 90

/** WORK_OFF_NOT_ALLOWED (NC-01). */
export const workOffNotAllowed = 'A serious hazard cannot be worked off: it needs a remediation plan'

export type ProposedPlan = { kind: PlanKind; milestones: { words: string; dueOn: Day }[] }
type Reason = { field: string; words: string }

/** What stands against a plan as a supplier proposes it: the field and the words; undefined where nothing does. */
export function againstProposal(
  { kind, milestones }: ProposedPlan,
  nc: NonConformity,
  hazard: Hazard,
  today: Day,
): Reason | undefined {
  const wrong = againstKind(kind, nc, hazard, today)
  if (wrong) return { field: 'kind', words: wrong }
  if (milestones.length === 0) return { field: 'words-1', words: 'Name at least one milestone' }
  if (milestones.length > mostMilestones)
    return { field: 'words-1', words: `A plan has ${mostMilestones} milestones at most` }
  const last = addDays(nc.determinedOn, planDays)
  for (const [i, { dueOn }] of milestones.entries()) {
    if (dueOn < today) return { field: `due-${i + 1}`, words: 'The day of a milestone must not be over' }
    if (dueOn > last)
      return {
        field: `due-${i + 1}`,
        words: `A plan ends ${planDays} days after the determination at the latest: ${dayWords(last)}`,
      }
  }
  return undefined
}

function againstKind(kind: PlanKind, nc: NonConformity, hazard: Hazard, today: Day): string | undefined {
  if (kind !== 'WORK_OFF') return undefined
  if (isSeriousOn(nc, { hazard }, today)) return workOffNotAllowed
  return nc.plans.some((plan) => plan.acceptedOn !== null)
    ? 'A plan was accepted already: only a remediation plan can take its place'
    : undefined
}

/** A plan is over with its last milestone. */
export const endOf = (milestones: { dueOn: Day }[]): Day =>
  milestones
    .map((m) => m.dueOn)
    .toSorted()
    .at(-1)!

type Held = { nc: NonConformity; plan: Plan; hazard: Hazard }
/** The plan of a module version with its non-conformity, where that is open. */
function planIn(facts: ModuleFacts, planId: string | undefined): Held | undefined {
  const nc = facts.nonConformities.find((n) => n.closedOn === null && n.plans.some((plan) => plan.id === planId))
  if (!nc) return undefined
  const version = facts.standards.flatMap((s) => s.versions).find((v) => v.id === nc.standardVersionId)
  const hazard = version?.requirements.find((r) => r.id === nc.requirementId)?.hazard ?? 'NONE'
  return { nc, hazard, plan: nc.plans.find((plan) => plan.id === planId)! }
}

/** ACCEPT_PLAN: what stands against it now; asked of both officers. */
export function againstAcceptance(facts: ModuleFacts, planId: string | undefined, today: Day): string | undefined {
  const held = planIn(facts, planId)
  if (!held || held.plan.acceptedOn !== null) return 'Choose a plan of this module that waits to be accepted'
  if (held.plan.dueOn < today) return 'The last day of this plan is over: send it back'
  return againstKind(held.plan.kind, held.nc, held.hazard, today)
}

/** EXTEND: once, while the plan has not run out, by at most 90 days (OUT_OF_RANGE). */
export function againstExtension(
  facts: ModuleFacts,
  { planId, until }: { planId?: string; until?: string },
  today: Day,
): string | undefined {
  const plan = planIn(facts, planId)?.plan
  if (!plan || plan.acceptedOn === null || plan.supersededOn !== null) return 'Choose an accepted plan of this module'
  if (plan.history?.acts.some((act) => act.kind === 'EXTENDED')) return 'A plan is extended once, and this one has been'
  if (isExpired(plan, today)) return 'The plan has run out: it needs a remediation plan'
  if (!until || until <= plan.dueOn) return `Name a day after ${dayWords(plan.dueOn)}`
  const last = addDays(plan.dueOn, extensionDays)
  return until > last ? `A plan is extended by ${extensionDays} days at most: until ${dayWords(last)}` : undefined
}
