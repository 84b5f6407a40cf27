import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../facts'
import { consequenceOf, type RunOutcome, type RunSituation } from './run-rules'

const at = (hours: number) => new Date(Date.UTC(2026, 2, 2) + hours * 3_600_000)
const outcome = (run: CheckResult['run'], result: CheckResult['result'], hours = 0, check = 'REC-01'): RunOutcome => ({
  check,
  run,
  result,
  runId: 'r-7',
  at: at(hours),
})
const kindOf = (run: CheckResult['run'], result: CheckResult['result'], more: Partial<RunSituation> = {}) =>
  consequenceOf(outcome(run, result), { serious: false, ...more }).kind

describe('NC-02: what a result of a run brings about', () => {
  it.each([
    ['OFFICIAL', 'FAIL', 'open'],
    ['REFRESH', 'FAIL', 'open'],
    ['CHALLENGE', 'FAIL', 'candidate'],
    ['MONITOR', 'FAIL', 'nothing'],
    ['DRYRUN', 'FAIL', 'nothing'],
    ['OFFICIAL', 'PASS', 'close'],
    ['REFRESH', 'PASS', 'close'],
    ['MONITOR', 'PASS', 'nothing'],
    ['CHALLENGE', 'PASS', 'nothing'],
    ['DRYRUN', 'PASS', 'nothing'],
    ['OFFICIAL', 'ERROR', 'nothing'],
    ['OFFICIAL', 'NOT_EXERCISED', 'nothing'],
    ['OFFICIAL', 'NOT_APPLICABLE', 'nothing'],
  ] as const)('%s %s: %s', (run, result, expected) => {
    expect(kindOf(run, result)).toBe(expected)
  })

  it('a dry run never counts, whatever is known beside it', () => {
    for (const serious of [true, false])
      for (const repeated of ['FAIL', 'PASS', undefined] as const)
        expect(kindOf('DRYRUN', 'FAIL', { serious, repeated })).toBe('nothing')
  })

  it('a serious FAIL is first repeated by a second runner; if they differ it is an error', () => {
    expect(kindOf('OFFICIAL', 'FAIL', { serious: true })).toBe('repeat')
    expect(kindOf('OFFICIAL', 'FAIL', { serious: true, repeated: 'FAIL' })).toBe('open')
    for (const repeated of ['PASS', 'ERROR', 'NOT_EXERCISED'] as const)
      expect(kindOf('OFFICIAL', 'FAIL', { serious: true, repeated })).toBe('error')
    expect(kindOf('CHALLENGE', 'FAIL', { serious: true })).toBe('repeat')
  })

  it('MONITOR: 3 FAILs in a row over at least 24 hours; a PASS begins the row anew, an ERROR does not', () => {
    const monitor = (...rows: [number, CheckResult['result']][]) => {
      const results = rows.map(([hours, result]) => outcome('MONITOR', result, hours))
      const monitored = results.slice(0, -1).toReversed()
      return consequenceOf(results.at(-1)!, { serious: false, monitored }).kind
    }
    expect(monitor([0, 'FAIL'], [12, 'FAIL'], [24, 'FAIL'])).toBe('open')
    expect(monitor([0, 'FAIL'], [12, 'FAIL'], [23.99, 'FAIL'])).toBe('nothing')
    expect(monitor([0, 'FAIL'], [48, 'FAIL'])).toBe('nothing')
    expect(monitor([0, 'FAIL'], [12, 'PASS'], [24, 'FAIL'], [36, 'FAIL'])).toBe('nothing')
    expect(monitor([0, 'FAIL'], [12, 'ERROR'], [13, 'FAIL'], [24, 'FAIL'])).toBe('open')
    const other = [outcome('MONITOR', 'FAIL', 0, 'ERR-01'), outcome('MONITOR', 'FAIL', 12)]
    expect(consequenceOf(outcome('MONITOR', 'FAIL', 30), { serious: false, monitored: other }).kind).toBe('nothing')
  })
})

it('NC-03: closing by PASS writes a MET finding that names the run, and waits for the requirement’s other checks', () => {
  expect(consequenceOf(outcome('OFFICIAL', 'PASS'), { serious: true })).toEqual({
    kind: 'close',
    finding: { outcome: 'MET', reason: 'Run r-7 passed REC-01' },
  })
  expect(kindOf('OFFICIAL', 'PASS', { anotherFails: true })).toBe('nothing')
})
