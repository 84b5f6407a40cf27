import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { PlanAct } from '../facts'
import { maySeeNonConformity } from './non-conformity-policy'
import { findNonConformity } from './non-conformity-store'
import type { PlanState, StoredPlan } from './plan'
import { type PlanCommand, planMachine } from './plan-machine'
import type { PlanMove } from './plan-schema'
import { addPlanAct, findPlan, movePlan } from './plan-store'

export type PlanDeed = {
  command: PlanCommand
  may: (actor: Actor, owned: { supplierId: string }) => Decision
  /** What stands against it, in words. */
  against?: (plan: StoredPlan) => string | undefined
  /** The dated act that it leaves behind. */
  act?: { kind: PlanAct['kind']; milestone?: number; words?: string }
  returnReason?: string
}

/** The common body of what one person does with a plan: who may see it, who may move it, whether it may move, and the event. */
export async function changePlan(
  tx: Tx,
  ctx: Context,
  { id, version }: PlanMove,
  deed: PlanDeed,
): Promise<Result<StoredPlan>> {
  const plan = await findPlan(tx, id)
  const nc = plan && (await findNonConformity(tx, plan.nonConformityId))
  const module = nc && (await getVersionById(tx, nc.moduleVersionId))
  if (!module || !maySeeNonConformity(ctx.actor, module)) return refuse({ kind: 'not-found' })
  const decision = deed.may(ctx.actor, module)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const edge = next<PlanState, PlanCommand>(planMachine, plan.state, deed.command)
  if (!edge || nc.state !== 'open') return refuse({ kind: 'wrong-state', state: plan.state, command: deed.command })
  if (plan.version !== version) return refuse({ kind: 'stale' })
  const because = deed.against?.(plan)
  if (because) return refuse({ kind: 'conflict', because })
  const { returnReason } = deed
  if (!(await movePlan(tx, id, version, { state: edge.to, ...(returnReason && { returnReason }) })))
    return refuse({ kind: 'stale' })
  if (deed.act) {
    const { kind, milestone = null, words = null } = deed.act
    const [on, actedById, recordedAt] = [dayOf(ctx.now), ctx.actor.userId, ctx.now]
    const act = { id: newId(), planId: id, kind, on, milestone, dueOn: null, words, actedById, recordedAt }
    if (!(await addPlanAct(tx, act))) return refuse({ kind: 'conflict', because: 'This is done already' })
  }
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'ModuleVersion', id: nc.moduleVersionId },
    from: plan.state,
    to: edge.to,
    data: {
      planId: id,
      kind: plan.kind,
      nonConformityId: nc.id,
      moduleVersionId: nc.moduleVersionId,
      what: deed.command,
      ...(deed.act?.milestone && { milestone: deed.act.milestone }),
    },
  })
  return ok(plan)
}
