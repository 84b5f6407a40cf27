import 'server-only'
import type { Progress } from '@/lib/comparison/optimiser/answer'
import { failPlan } from '@/lib/comparison/plans/fail-plan'
import { finishPlan } from '@/lib/comparison/plans/finish-plan'
import type { PlanProgress, PlanRun } from '@/lib/comparison/plans/plan-run'
import { notePlanProgress, startPlan } from '@/lib/comparison/plans/start-plan'
import { changedRules } from '@/lib/comparison/plans/what-if-rules'
import { now } from '@/lib/platform/clock'
import type { Context } from '@/lib/platform/context'
import { logger } from '@/lib/platform/logger'
import { type PlanThread, startPlanThread } from './start-plan-thread'

const beatMs = 500

/** Computes one run: started, solved in a thread, kept. Broken off, it is begun once more; a second time it is failed. */
export async function performPlan(ctx: Context, run: PlanRun, start = startPlanThread): Promise<void> {
  const begun = await startPlan(later(ctx), run)
  if (!begun.ok || begun.value.state !== 'running') return
  const running = begun.value
  try {
    await solve(ctx, running, start)
  } catch (error) {
    const isMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
    logger.error({ err: error, planRunId: run.id, attempt: running.attempt }, 'the thread of a plan broke off')
    if (isMemory) return void (await failPlan(later(ctx), running, 'memory'))
    await performPlan(ctx, running, start)
  }
}

async function solve(ctx: Context, run: PlanRun, start: typeof startPlanThread): Promise<void> {
  const { choice, question, limitSeconds, change } = run
  let heard: Progress | undefined
  const task = { choice, question, limitSeconds, lastChanged: change ? changedRules(change, choice) : [] }
  const thread = start(task, (progress) => {
    heard = progress
  })
  const beat = setInterval(() => void note(ctx, run, thread, heard), beatMs)
  try {
    const end = await thread.ended
    if (end.kind === 'outcome') await finishPlan(later(ctx), run, end.outcome)
    if (end.kind === 'refused') await failPlan(later(ctx), run, 'refused', end.because)
  } finally {
    clearInterval(beat)
  }
}

/** Says that the run lives and how far it is, and hears whether somebody cancelled it. */
async function note(ctx: Context, run: PlanRun, thread: PlanThread, heard: Progress | undefined): Promise<void> {
  const at = later(ctx)
  const seconds = Math.floor((at.now.getTime() - (run.startedAt ?? at.now).getTime()) / 1_000)
  const progress: PlanProgress = {
    seconds,
    bestPounds: heard?.incumbentPounds ?? null,
    boundPounds: heard?.boundPounds ?? null,
  }
  const goesOn = await notePlanProgress(at, run, progress).catch(() => true)
  if (!goesOn) thread.cancel()
}

/** A run lasts seconds or a minute: each act has its own instant. */
const later = (ctx: Context): Context => ({ ...ctx, now: now() })
