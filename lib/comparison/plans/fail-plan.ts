import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changePlanRun } from './change-plan-run'
import { type PlanFailure, planFailures } from './plan-failure'
import type { PlanRun } from './plan-run'
import { mayComputePlan } from './plan-run-policy'
import { findPlanRun } from './plan-run-store'

/** Says that a run cannot be computed; nothing of it is a result. */
export function failPlan(
  ctx: Context,
  of: Pick<PlanRun, 'id' | 'attempt'>,
  failure: PlanFailure,
  because?: string,
): Promise<Result<{ id: string; version: number }>> {
  return transaction(async (tx) => {
    const may = mayComputePlan(ctx.actor)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const run = await findPlanRun(tx, of.id)
    if (!run) return refuse({ kind: 'not-found' })
    return run.attempt === of.attempt ? failWithin(tx, ctx, run, failure, because) : refuse({ kind: 'stale' })
  })
}

/** The same within the act of another command. */
export const failWithin = (tx: Tx, ctx: Context, run: PlanRun, failure: PlanFailure, because?: string) =>
  changePlanRun(
    tx,
    ctx,
    run,
    'fail',
    { endedAt: ctx.now, failure: because ?? planFailures[failure] },
    { failure, attempt: run.attempt },
  )
