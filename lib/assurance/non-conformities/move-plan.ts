import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changePlan, type PlanDeed } from './change-plan'
import { mayAnswerFor, mayAssess, mayReturnPlan } from './non-conformity-policy'
import type { StoredPlan } from './plan'
import { afterActs } from './plan-acts-rules'
import type { PlanMove, ReturnPlan, Tick } from './plan-schema'

type Done = Promise<Result<StoredPlan>>
const move = (ctx: Context, input: PlanMove, deed: PlanDeed): Done =>
  transaction((tx) => changePlan(tx, ctx, input, deed))
const isClaimed = (plan: StoredPlan) => afterActs(plan.dueOn, plan.acts).claimedDoneOn !== null

/** An assessor or an officer sends a proposed plan back with a reason: the supplier may propose another. */
export const returnPlan = (ctx: Context, { reason, ...input }: ReturnPlan): Done =>
  move(ctx, input, { command: 'return', may: mayReturnPlan, returnReason: reason })

/** The supplier begins the work (CL-03). */
export const startPlan = (ctx: Context, input: PlanMove): Done =>
  move(ctx, input, { command: 'start', may: mayAnswerFor, act: { kind: 'STARTED' } })

/** The supplier ticks a milestone off. */
export const tickMilestone = (ctx: Context, { milestone, ...input }: Tick): Done =>
  move(ctx, input, {
    command: 'tick',
    may: mayAnswerFor,
    against: (plan) =>
      plan.milestones.some((m) => m.number === milestone) ? undefined : 'The plan has no such milestone',
    act: { kind: 'TICKED', milestone },
  })

/** The supplier says that all of it is done (CL-05): the authority has its time to look (CL-08). */
export const claimDone = (ctx: Context, input: PlanMove): Done =>
  move(ctx, input, {
    command: 'claim-done',
    may: mayAnswerFor,
    against: (plan) => (isClaimed(plan) ? 'It is claimed done already: the authority looks at it' : undefined),
    act: { kind: 'CLAIMED_DONE' },
  })

/** An assessor finds that it is not done: from today the claim counts no more. */
export const rejectClaim = (ctx: Context, { reason, ...input }: ReturnPlan): Done =>
  move(ctx, input, {
    command: 'reject',
    may: mayAssess,
    against: (plan) => (isClaimed(plan) ? undefined : 'Nobody claims that it is done'),
    act: { kind: 'REJECTED', words: reason },
  })
