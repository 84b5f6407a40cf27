import 'server-only'
import type { Context } from '@/lib/platform/context'
import { isId } from '@/lib/platform/ids'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changePlanRun } from './change-plan-run'
import { mayAskForPlan, maySeePlan } from './plan-run-policy'
import type { PlanMove } from './plan-run-schema'
import { findPlanRun } from './plan-run-store'

/** Ends a run that waits or is computed; the solver is told within half a second and gone within two (RUN-2). */
export function cancelPlan(ctx: Context, { id, version }: PlanMove): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const run = isId(id) ? await findPlanRun(tx, id) : undefined
    if (!run || !maySeePlan(ctx.actor, run)) return refuse({ kind: 'not-found' })
    const may = mayAskForPlan(ctx.actor, run)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    return changePlanRun(tx, ctx, { ...run, version }, 'cancel', { endedAt: ctx.now })
  })
}
