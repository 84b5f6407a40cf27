import type { Exchange } from '../evidence/bundle'
import type { CheckReport, RunReport } from '../run/run-job'

/** The file of a run at a supplier's own site (CS-02): each result with the exchanges it rests on. */
export type Output = {
  suite: RunReport['suite']
  startedAt: string
  results: (Omit<CheckReport, 'exchanges'> & { exchanges: Exchange[] })[]
}

export const outputOf = ({ suite, startedAt, results, exchanges }: RunReport): Output => ({
  suite,
  startedAt,
  results: results.map((result) => ({ ...result, exchanges: result.exchanges.flatMap((at) => exchanges[at] ?? []) })),
})

/** 3 any ERROR or a run that ended early, else 1 any FAIL, else 2 any NOT_EXERCISED, else 0 (CS-02). */
export function exitCodeOf({ results, aborted }: Pick<RunReport, 'results' | 'aborted'>): 0 | 1 | 2 | 3 {
  const some = (outcome: CheckReport['result']) => results.some(({ result }) => result === outcome)
  if (aborted !== null || some('ERROR') || results.length === 0) return 3
  if (some('FAIL')) return 1
  return some('NOT_EXERCISED') ? 2 : 0
}
