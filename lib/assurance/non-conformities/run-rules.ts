import type { CheckResult } from '../facts'

/** One result of a machine's run, as the intake of runs will hand it over. */
export type RunOutcome = Pick<CheckResult, 'check' | 'run' | 'result'> & { runId: string; at: Date }

export type RunSituation = {
  /** The requirement's hazard is serious. */
  serious: boolean
  /** What a second runner found of the same check, where it was asked. */
  repeated?: CheckResult['result'] | undefined
  /** Earlier MONITOR results of the same check, in any order. */
  monitored?: RunOutcome[]
  /** Another check of the same requirement fails at its newest official result. */
  anotherFails?: boolean
}

/** `repeat`: let a second runner try. `error`: the two differ, it proves nothing. `candidate`: an assessor looks at it. */
export type RunConsequence =
  | { kind: 'nothing' | 'repeat' | 'error' | 'open' | 'candidate' }
  /** NC-03: closing by PASS writes a finding that names the run. */
  | { kind: 'close'; finding: { outcome: 'MET'; reason: string } }

/** How many FAILs in a row a monitor needs, and over how long (NC-02). */
const monitorFails = 3
const monitorMs = 24 * 3_600_000

/**
 * What one result of a run brings about (NC-02, NC-03). FAIL in an official or refresh run opens a non-conformity, a serious
 * one only after a second runner has found the same. A monitor needs three in a row over a day. A dry run never counts.
 */
export function consequenceOf(outcome: RunOutcome, situation: RunSituation): RunConsequence {
  const { run, result } = outcome
  if (run === 'DRYRUN' || (result !== 'PASS' && result !== 'FAIL')) return { kind: 'nothing' }
  if (result === 'PASS')
    return (run === 'OFFICIAL' || run === 'REFRESH') && !situation.anotherFails
      ? { kind: 'close', finding: { outcome: 'MET', reason: `Run ${outcome.runId} passed ${outcome.check}` } }
      : { kind: 'nothing' }
  if (run === 'MONITOR' && !isMonitoredLongEnough(outcome, situation.monitored ?? [])) return { kind: 'nothing' }
  if (situation.serious && situation.repeated === undefined) return { kind: 'repeat' }
  if (situation.serious && situation.repeated !== 'FAIL') return { kind: 'error' }
  return { kind: run === 'CHALLENGE' ? 'candidate' : 'open' }
}

/** Three FAILs in a row, from the first to the last at least a day. What proves nothing breaks no row (INV-04). */
function isMonitoredLongEnough(last: RunOutcome, earlier: RunOutcome[]): boolean {
  const conclusive = earlier
    .filter((r) => r.run === 'MONITOR' && r.check === last.check && (r.result === 'PASS' || r.result === 'FAIL'))
    .filter((r) => r.at < last.at)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const row = [...conclusive.slice(conclusive.findLastIndex((r) => r.result === 'PASS') + 1), last]
  return row.length >= monitorFails && last.at.getTime() - row[0]!.at.getTime() >= monitorMs
}
