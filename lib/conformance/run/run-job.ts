import type { Bundle, Exchange, MapLine, Outcome } from '../evidence/bundle'
import type { AbortCode } from '../http/client'

/** What a run may assume about the sandbox (CS-02). All patients are made up (CS-04). */
export type Fixtures = {
  nhsNumbers: string[]
  unknownNhsNumber: string
  invalidNhsNumber: string
  /** Days in which free slots stand. */
  slotWindow: { start: string; end: string }
  /** First digits of the numbers that no person has. */
  testRanges: string[]
}

/** One run, as the worker writes it to the runner's standard input. It holds no permission: hosts of a sandbox are flags (SG-10). */
export type RunJob = {
  kind: Bundle['kind']
  base: string
  profile: 'core-r4' | 'gpc-stu3'
  fixtures: Fixtures
  token: string | null
  /** Further tokens of the supplier's, each of which must open nothing (AUTH-02). */
  tokens?:
    | { expired?: string | undefined; otherAudience?: string | undefined; otherScope?: string | undefined }
    | undefined
  nonce: string
  /** From which the order of the checks follows, so that it can be repeated (CK-03). */
  seed: number
  /** The checks to try; every check of the profile where left out. */
  checks?: string[]
  /** A monitor writes nothing into the supplier's system (CS-03): checks that write are NOT_APPLICABLE. */
  readOnly: boolean
}

export type CheckReport = {
  check: string
  requirement: string
  result: Outcome
  /** One of a closed list (CK-04); empty where it passed. */
  reason: string
  /** Expected and observed, in words that a supplier can act on; at most 200 escaped characters of theirs. */
  message: string
  /** Numbers in the run's exchanges. */
  exchanges: number[]
}

/** What a run found: the same for the CLI and for the portal (CS-02). */
export type RunReport = {
  suite: Bundle['suite']
  kind: RunJob['kind']
  base: string
  nonce: string
  startedAt: string
  endedAt: string
  addresses: string[]
  tlsFingerprints: string[]
  map: MapLine[]
  /** In the order of the suite, whatever order they ran in. */
  results: CheckReport[]
  exchanges: Exchange[]
  /** Why the run ended early; checks that had not run are ERROR then. */
  aborted: AbortCode | null
}

/** What the runner writes to standard output, one JSON value a line: each check as it begins and ends, and the report last. */
export type RunnerLine =
  | { event: 'began'; check: string; done: number; of: number }
  | { event: 'ended'; check: string; result: Outcome; done: number; of: number }
  | { event: 'finished'; report: RunReport }
