import { profiles } from '../checks/profiles'
import { type Client, RunAborted } from '../http/client'
import { createClient } from '../http/create-client'
import { mapOf } from './map'
import { runChecks } from './run-checks'
import type { RunJob, RunnerLine, RunReport } from './run-job'
import { suite } from './suite'

type Door = {
  /** Hosts of a sandbox by flag, never by the job (SG-10). */
  sandbox: NonNullable<Parameters<typeof createClient>[0]['sandbox']>
  /** The kill switch. */
  signal: AbortSignal
  now(): Date
  tell(line: RunnerLine): void
}

/** One run from its job to its report: the same for the command line and for the runner's own process (CS-02). */
export async function runSuite(job: RunJob, { sandbox, signal, now, tell }: Door): Promise<RunReport> {
  const startedAt = now().toISOString()
  const client = clientOf(job, sandbox, signal)
  const { checks: all } = profiles[job.profile]
  const checks = all.filter(({ id }) => job.checks?.includes(id) ?? true)
  const wait = (ms: number) => pause(ms, signal)
  const { results, aborted } = await runChecks(checks, job, { client, today: startedAt.slice(0, 10), tell, wait })
  const report: RunReport = {
    suite: suite(job.profile),
    kind: job.kind,
    base: job.base,
    nonce: job.nonce,
    startedAt,
    endedAt: now().toISOString(),
    addresses: [...client.addresses].sort(),
    tlsFingerprints: [...client.tlsFingerprints].sort(),
    map: mapOf(all),
    results,
    exchanges: client.exchanges,
    aborted,
  }
  tell({ event: 'finished', report })
  return report
}

/** A base that may not be asked at all ends the run before it begins: the same end as any other (SG-08). */
function clientOf(job: RunJob, sandbox: Door['sandbox'], signal: AbortSignal): Client {
  try {
    const { base, token, tokens } = job
    return createClient({ base, token, tokens, testRanges: job.fixtures.testRanges, sandbox, signal })
  } catch (error) {
    if (!(error instanceof RunAborted)) throw error
    const refuse = () => Promise.reject(new RunAborted(error.code))
    return {
      base: job.base,
      ask: refuse,
      lines: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
      under: () => undefined,
      exchanges: [],
      addresses: new Set(),
      tlsFingerprints: new Set(),
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const clock = setTimeout(end, ms)
    function end() {
      clearTimeout(clock)
      signal.removeEventListener('abort', end)
      done()
    }
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
