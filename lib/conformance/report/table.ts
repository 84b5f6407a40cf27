import type { Outcome } from '../evidence/bundle'
import type { RunReport } from '../run/run-job'

const outcomes: Outcome[] = ['PASS', 'FAIL', 'NOT_EXERCISED', 'NOT_APPLICABLE', 'ERROR']

/** The results for a person at a terminal: a line each, its words below where it did not pass, and the count at the end. */
export function tableOf({ results, aborted }: Pick<RunReport, 'results' | 'aborted'>): string {
  const lines = results.flatMap(({ check, requirement, result, reason, message }) => {
    const line = `${check.padEnd(12)} ${result.padEnd(15)} ${requirement.padEnd(20)} ${reason}`.trimEnd()
    return result === 'PASS' ? [line] : [line, `             ${message}`]
  })
  const counts = outcomes.flatMap((outcome) => {
    const number = results.filter(({ result }) => result === outcome).length
    return number === 0 ? [] : [`${number} ${outcome}`]
  })
  return [...lines, '', counts.join(' · '), ...(aborted ? [`The run ended early: ${aborted}`] : [])].join('\n')
}
