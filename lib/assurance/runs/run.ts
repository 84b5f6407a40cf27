import type { Bundle, Outcome } from '@/lib/conformance/evidence/bundle'
import type { AbortCode } from '@/lib/conformance/http/client'
import type { RunReport } from '@/lib/conformance/run/run-job'

export type RunKind = Bundle['kind']
export type RunState = 'queued' | 'running' | 'finished' | 'signed' | 'logged' | 'cancelled' | 'aborted'

/** How far a run is: what its page asks for while it lasts. */
export type Progress = { done: number; of: number; now: string | null; results: { check: string; result: Outcome }[] }

/** One run against an endpoint (CS-03). */
export type Run = {
  id: string
  endpointId: string
  moduleVersionId: string
  supplierId: string
  host: string
  kind: RunKind
  state: RunState
  nonce: string
  seed: number
  askedById: string | null
  reason: string | null
  queuedAt: Date
  beganAt: Date | null
  heardAt: Date | null
  endedAt: Date | null
  attempt: number
  progress: Progress | null
  report: RunReport | null
  abortCode: string | null
  version: number
}

export const runKindWords: Record<RunKind, string> = {
  DRYRUN: 'Dry run',
  OFFICIAL: 'Official run',
  MONITOR: 'Monitor',
  REFRESH: 'Run for a new version of a standard',
  CHALLENGE: 'Run on a challenge',
}
export const runStateWords: Record<RunState, string> = {
  queued: 'Waits for its turn',
  running: 'Running',
  finished: 'Finished',
  signed: 'Signed, not yet in the log',
  logged: 'In the evidence log',
  cancelled: 'Stopped',
  aborted: 'Ended early',
}

/** What the reader is told where a run ended before its last check. */
export const abortWords: Record<AbortCode | 'RUNNER_FAILED' | 'SECRET_FOUND', string> = {
  TOO_MANY_REQUESTS: 'It would have needed more than 500 requests',
  TOO_LONG: 'It lasted longer than 10 minutes',
  SERVER_DOWN: 'The endpoint failed or was silent five times in a row',
  NOT_SYNTHETIC: 'An NHS number outside the test ranges was seen: only made-up patients may be tested',
  STOPPED: 'Somebody stopped it',
  TARGET_NOT_ALLOWED: 'The address is not allowed',
  SECRET_FOUND: 'The endpoint answered with its own secret token: what it said is not kept',
  RUNNER_FAILED: 'The portal’s runner failed; this says nothing about the endpoint',
}

/** Until it is over: a dry run when it has ended, any other when it stands in the log. */
export const isUnderWay = ({ state, kind }: Pick<Run, 'state' | 'kind'>): boolean =>
  isRunning({ state }) || (kind !== 'DRYRUN' && (state === 'finished' || state === 'signed'))
/** Somebody may still stop it. */
export const isRunning = ({ state }: Pick<Run, 'state'>): boolean => state === 'queued' || state === 'running'
/** What stays private for how long: a dry run's report (CS-03). */
export const dryRunDays = 30
