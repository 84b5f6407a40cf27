import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { findNonConformity } from './non-conformity-store'
import { planMachine } from './plan-machine'
import { addPlanAct, findPlan, findPlansOf, movePlan } from './plan-store'

type Data = Result<Record<string, unknown>>

/** Two officers have accepted a plan: it holds from today, and the plan before it is superseded. Answers the event's data. */
export async function acceptPlan(tx: Tx, ctx: Context, planId: string): Promise<Data> {
  const plan = await findPlan(tx, planId)
  const nc = plan && (await findNonConformity(tx, plan.nonConformityId))
  if (nc?.state !== 'open' || plan?.state !== 'proposed') return refuse({ kind: 'stale' })
  const today = dayOf(ctx.now)
  const { supersede } = planMachine.accepted
  for (const older of (await findPlansOf(tx, [nc.id])).filter((p) => p.state === 'accepted')) {
    if (!(await movePlan(tx, older.id, older.version, { state: supersede.to, supersededOn: today })))
      return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: supersede.event,
      about: { type: 'ModuleVersion', id: nc.moduleVersionId },
      from: older.state,
      to: supersede.to,
      data: { planId: older.id, kind: older.kind, nonConformityId: nc.id, moduleVersionId: nc.moduleVersionId },
    })
  }
  const { to } = planMachine.proposed.accept
  if (!(await movePlan(tx, plan.id, plan.version, { state: to, acceptedOn: today }))) return refuse({ kind: 'stale' })
  return ok({ planId, kind: plan.kind, nonConformityId: nc.id, moduleVersionId: nc.moduleVersionId, dueOn: plan.dueOn })
}

/** Two officers have extended a plan: an act of today, so that the register of earlier days keeps the day they saw (INV-03). */
export async function extendPlan(tx: Tx, ctx: Context, planId: string, until: Day): Promise<Data> {
  const plan = await findPlan(tx, planId)
  if (plan?.state !== 'accepted') return refuse({ kind: 'stale' })
  if (!(await movePlan(tx, plan.id, plan.version, { state: plan.state }))) return refuse({ kind: 'stale' })
  const added = await addPlanAct(tx, {
    id: newId(),
    planId,
    kind: 'EXTENDED',
    on: dayOf(ctx.now),
    milestone: null,
    dueOn: until,
    words: null,
    actedById: ctx.actor.userId,
    recordedAt: ctx.now,
  })
  return added
    ? ok({ planId, kind: plan.kind, nonConformityId: plan.nonConformityId, what: 'extended', dueOn: until })
    : refuse({ kind: 'stale' })
}
