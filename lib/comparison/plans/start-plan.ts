import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changePlanRun } from './change-plan-run'
import { failWithin } from './fail-plan'
import { mostAttempts, type PlanProgress, type PlanRun } from './plan-run'
import { mayComputePlan } from './plan-run-policy'
import { findNextRun, saveProgress } from './plan-run-store'

/** A worker that says nothing for so long is taken for dead. */
const silentMs = 15_000

/** The run that the worker should compute next; undefined where nothing waits. `but`: those it has in hand. */
export const nextPlan = (ctx: Context, but: string[]): Promise<PlanRun | undefined> =>
  findNextRun(db, new Date(ctx.now.getTime() - silentMs), but)

/** Begins a run, or begins it a second time after a crash; after two crashes it is failed. A second worker is told `stale`. */
export function startPlan(ctx: Context, run: PlanRun): Promise<Result<PlanRun>> {
  return transaction(async (tx) => {
    const may = mayComputePlan(ctx.actor)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    if (run.attempt >= mostAttempts) {
      const failed = await failWithin(tx, ctx, run, 'crashed')
      return failed.ok ? ok({ ...run, state: 'failed', version: failed.value.version }) : failed
    }
    const attempt = run.attempt + 1
    const change = { attempt, startedAt: ctx.now, heardAt: ctx.now }
    const started = await changePlanRun(tx, ctx, run, 'start', change, { attempt })
    return started.ok ? ok({ ...run, ...change, state: 'running', version: started.value.version }) : started
  })
}

/** False where it was cancelled, or taken over by another worker: then it is computed in vain. */
export const notePlanProgress = (ctx: Context, run: PlanRun, progress: PlanProgress | null): Promise<boolean> =>
  saveProgress(db, run, progress, ctx.now)
