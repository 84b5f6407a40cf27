import 'server-only'
import type { RunReport } from '@/lib/conformance/run/run-job'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { openSecret } from '@/lib/platform/secret-box'
import { transaction } from '@/lib/platform/transaction'
import type { Endpoint } from '../endpoints/endpoint'
import { findEndpoint, findSealedToken } from '../endpoints/endpoint-store'
import { changeRun } from './change-run'
import type { abortWords, Progress, Run } from './run'
import { findNextRun, findRun, saveProgress } from './run-store'

/** After so many tries a run that never ends well is given up, and how long a performer may be silent. */
const [mostAttempts, silentMs] = [3, 60_000]

/** The run that the worker should go on with; undefined where nothing waits. */
export const nextRun = (ctx: Context): Promise<Run | undefined> =>
  findNextRun(db, new Date(ctx.now.getTime() - silentMs))

/** Begins a run, or begins anew one whose performer was killed. A second performer is told `stale`. */
export function beginRun(ctx: Context, run: Run): Promise<Result<Run>> {
  return transaction(async (tx) => {
    if (run.attempt >= mostAttempts)
      return changeRun(tx, ctx, run, 'abort', { endedAt: ctx.now, abortCode: 'RUNNER_FAILED' })
    const attempt = run.attempt + 1
    return changeRun(tx, ctx, run, 'begin', { beganAt: ctx.now, heardAt: ctx.now, attempt }, { attempt })
  })
}

/** What the runner is given: the endpoint and its token, opened for this run alone. */
export async function openEndpointFor(run: Run): Promise<{ endpoint: Endpoint; token: string | null } | undefined> {
  const endpoint = await findEndpoint(db, run.endpointId)
  if (endpoint?.state !== 'approved') return undefined
  const sealed = await findSealedToken(db, run.endpointId)
  return { endpoint, token: sealed && openSecret(endpoint.supplierId, sealed) }
}

/** False where it was stopped, or taken over by another performer: then nothing more may be sent. */
export const noteProgress = (ctx: Context, run: Run, progress: Progress): Promise<boolean> =>
  saveProgress(db, run, progress, ctx.now)

/** Keeps what the runner found; a run that ended early is kept too, and counts for nothing. */
export function finishRun(ctx: Context, of: Run, report: RunReport): Promise<Result<Run>> {
  return transaction(async (tx) => {
    const run = await findRun(tx, of.id)
    if (!run) return refuse({ kind: 'not-found' })
    if (run.attempt !== of.attempt) return refuse({ kind: 'stale' })
    const kept = { report, endedAt: ctx.now }
    return report.aborted
      ? changeRun(tx, ctx, run, 'abort', { ...kept, abortCode: report.aborted }, { code: report.aborted })
      : changeRun(tx, ctx, run, 'finish', kept)
  })
}

/** The runner's own failure: it says nothing about the endpoint. */
export function abortRun(ctx: Context, of: Run, abortCode: keyof typeof abortWords): Promise<Result<Run>> {
  return transaction(async (tx) => {
    const run = await findRun(tx, of.id)
    if (!run || run.attempt !== of.attempt) return ok(of)
    return changeRun(tx, ctx, run, 'abort', { endedAt: ctx.now, abortCode }, { code: abortCode })
  })
}
