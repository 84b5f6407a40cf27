import { describe, expect, it } from 'vitest'
import { coreR4 } from '../checks/core-r4'
import type { CheckReport } from '../run/run-job'
import { matrix, moment, tryHalf } from './fault-matrix'
import { faults } from './faults/fault-list'
import { tryFault } from './try-fault'

/** The faults that the design names, with the check that must fail. */
const named: Record<string, string> = {
  'bad-capability': 'CAP-01',
  'undeclared-param': 'CAP-02',
  'wrong-ctype': 'HDR-01',
  'open-access': 'AUTH-01',
  'no-smart': 'SMART-01',
  'leak-stack': 'ERR-01',
  'no-outcome': 'ERR-01',
  'ignores-params': 'ERR-02',
  'paging-dup': 'PAGE-01',
  'paging-offsite': 'PAGE-01',
  'wrong-patient': 'REC-01',
  'accepts-bad-nhs': 'REC-02a',
  'double-book': 'APT-04',
  'export-drops': 'EXP-01',
}

/** Of a plain http sandbox, the checks of the connection are not asked; everything else must pass. */
const notPassed = (results: CheckReport[]) =>
  results.filter(({ check, result }) => result !== (check.startsWith('TLS-') ? 'NOT_APPLICABLE' : 'PASS'))

describe('the fault matrix', () => {
  it('FM-1: a sound provider passes every check, in three orders alike; else this matrix is void', async () => {
    const runs = [
      await tryFault(undefined, moment, 1),
      await tryFault(undefined, moment, 2),
      await tryFault(undefined, moment, 3),
    ]
    for (const { results } of runs) {
      expect(notPassed(results)).toEqual([])
      expect(results.map(({ check }) => check)).toEqual(coreR4.map(({ id }) => id))
    }
    const told = runs.map(({ results }) =>
      results.map(({ check, result, reason, message }) => ({ check, result, reason, message })),
    )
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
  }, 600_000)

  it('FM-1: the smaller provider on which the faults are tried is as sound', async () => {
    const { results } = await tryFault('none', moment, 4)
    expect(notPassed(results)).toEqual([])
  }, 600_000)

  it('FM-1: behind https every check of the connection passes', async () => {
    const { results } = await tryFault('tls', moment, 5)
    expect(results.map(({ check, result }) => `${check} ${result}`)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `TLS-0${n} PASS`),
    )
  })

  it('FM-2: each fault has its line, in which its own check stands', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(faults).sort())
    expect(
      Object.entries(faults)
        .filter(([name, fault]) => !matrix[name]?.[fault.mustFail])
        .map(([name]) => name),
    ).toEqual([])
  })

  it('FM-2: the faults that the design names fail the checks that it names', () => {
    for (const [name, check] of Object.entries(named)) {
      expect([name, faults[name]?.mustFail]).toEqual([name, check])
      expect(Object.keys(matrix[name] ?? {})).toContain(check)
    }
  })

  it('FM-3: each check is failed by a fault of its own', () => {
    const own = new Set(Object.values(faults).map((fault) => fault.mustFail))
    expect(coreR4.map(({ id }) => id).filter((id) => !own.has(id))).toEqual([])
  })

  tryHalf(0)
})
