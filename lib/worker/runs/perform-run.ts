import 'server-only'
import { bundleToSign, isWellSigned, logRun, signRun } from '@/lib/assurance/runs/log-run'
import { abortRun, beginRun, finishRun, noteProgress, openEndpointFor } from '@/lib/assurance/runs/perform-run'
import { withRepeats } from '@/lib/assurance/runs/repeat-rules'
import { seriousFailures } from '@/lib/assurance/runs/repeat-serious'
import type { Progress, Run } from '@/lib/assurance/runs/run'
import { findSecret } from '@/lib/conformance/evidence/secret-scan'
import type { RunJob, RunReport } from '@/lib/conformance/run/run-job'
import { now } from '@/lib/platform/clock'
import type { Context } from '@/lib/platform/context'
import { logger } from '@/lib/platform/logger'
import { keepEvidenceLog } from '../evidence-log/keep-evidence-log'
import { signWithKeyInUse } from '../evidence-log/key-in-use'
import { startRunner } from './start-runner'

/** Takes a run as far as it goes from where it stands: performed, signed, logged. A kill at any point is taken up from there. */
export async function performRun(ctx: Context, run: Run): Promise<void> {
  if (run.state === 'queued' || run.state === 'running') {
    const begun = await beginRun(ctx, run)
    if (!begun.ok || begun.value.state !== 'running') return
    await perform(ctx, begun.value)
    return
  }
  if (run.state === 'finished' || !(await isWellSigned(run))) await sign(ctx, run)
  const logged = await logRun(later(ctx), run)
  // Whoever was tested can verify at once, not only in an hour (EV-05).
  if (logged.ok) await keepEvidenceLog(later(ctx), { atOnce: true })
}

async function perform(ctx: Context, run: Run): Promise<void> {
  const opened = await openEndpointFor(run)
  if (!opened) return void (await abortRun(later(ctx), run, 'TARGET_NOT_ALLOWED'))
  const { endpoint, token } = opened
  const job: RunJob = {
    kind: run.kind,
    base: endpoint.base,
    profile: 'core-r4',
    fixtures: endpoint.fixtures,
    token,
    nonce: run.nonce,
    seed: run.seed,
    readOnly: run.kind === 'MONITOR',
  }
  try {
    const first = await runOnce(ctx, run, job)
    if (!first) return
    const again = await seriousFailures(run, first)
    const second = again.length > 0 ? await runOnce(ctx, run, { ...job, checks: again }) : undefined
    const report = second ? withRepeats(first, second, again) : first
    // EV-08: what holds the secret in any writing is neither kept nor signed.
    if (token && findSecret(report, [token])) return void (await abortRun(later(ctx), run, 'SECRET_FOUND'))
    const finished = await finishRun(later(ctx), run, report)
    if (finished.ok && finished.value.state === 'finished' && run.kind !== 'DRYRUN')
      await performRun(later(ctx), finished.value)
  } catch (error) {
    logger.error({ err: error, runId: run.id }, 'a runner failed')
    await abortRun(later(ctx), run, 'RUNNER_FAILED')
  }
}

/** One runner from its first line to its report; undefined where somebody stopped the run meanwhile. */
async function runOnce(ctx: Context, run: Run, job: RunJob): Promise<RunReport | undefined> {
  let progress: Progress = { done: 0, of: 0, now: null, results: [] }
  let stopped = false
  const runner = startRunner(job, (line) => {
    if (line.event === 'began') progress = { ...progress, done: line.done, of: line.of, now: line.check }
    if (line.event === 'ended') {
      const results = [...progress.results, { check: line.check, result: line.result }]
      progress = { done: line.done, of: line.of, now: null, results }
    }
  })
  const beat = setInterval(async () => {
    if (await noteProgress(later(ctx), run, progress).catch(() => true)) return
    stopped = true
    runner.stop()
  }, 1_000)
  try {
    return await runner.report
  } catch (error) {
    if (stopped) return undefined
    throw error
  } finally {
    clearInterval(beat)
  }
}

async function sign(ctx: Context, run: Run): Promise<void> {
  const bundle = await bundleToSign(ctx, run)
  if (!bundle) throw new Error(`There is nothing to sign of run ${run.id}`)
  const { envelopes, keyId, publicKey } = await signWithKeyInUse(later(ctx), 'runner', [bundle])
  await signRun(later(ctx), run, { envelope: envelopes[0]!, key: { keyId, publicKey } })
}

/** A run lasts minutes: each act has its own instant. */
const later = (ctx: Context): Context => ({ ...ctx, now: now() })
