import { describe, expect, it } from 'vitest'
import { met, moduleFacts } from '@/lib/testing/assurance-facts'
import type { ModuleFacts, StandardVersion } from '../facts'
import { signalCodes, signalWords } from './signal'
import {
  editedWhileSuspended,
  endedVersionClaimed,
  endpointChangedBeforeRun,
  evidenceReplaced,
  historyCorrected,
  pastInterest,
  runUntilGreen,
  signalsOf,
  type TestRun,
  turnedNotApplicable,
} from './signal-rules'

const decision = (kind: 'SUSPEND' | 'LIFT' | 'CORRECT', on: string, seq: number): ModuleFacts['decisions'][number] => ({
  id: `d${seq}`,
  kind,
  on,
  seq,
  effectiveFrom: on,
  reason: 'x',
})
const listing = moduleFacts().decisions[0]!
const none = { publishedOn: [], evidence: [], interests: [], runs: [], endpointChanges: [] }

describe('integrity signals', () => {
  it('a plain module has none, and each code has its words', () => {
    expect(signalsOf({ facts: moduleFacts(), ...none })).toEqual([])
    expect(Object.keys(signalWords)).toEqual([...signalCodes])
  })

  it('IS-01 history was corrected: a finding for an earlier day, a corrected decision', () => {
    const findings = [
      { ...met('A'), knownOn: '2026-01-10' },
      { ...met('B'), knownOn: '2026-01-11' },
    ]
    const decisions = [listing, decision('CORRECT', '2026-03-01', 9)]
    expect(historyCorrected(moduleFacts({ findings, decisions })).map((s) => [s.on, s.about])).toEqual([
      ['2026-01-11', 'B'],
      ['2026-03-01', 'a decision'],
    ])
  })

  it('IS-02 a finding turned into “does not apply”, but not one that always did', () => {
    const na = (id: string, seq: number) => met(id, { id: `n${id}`, outcome: 'NOT_APPLICABLE', on: '2026-02-01', seq })
    expect(turnedNotApplicable(moduleFacts({ findings: [met('A'), na('A', 9)] })).map((s) => s.about)).toEqual(['A'])
    expect(turnedNotApplicable(moduleFacts({ findings: [na('A', 9), met('B')] }))).toEqual([])
    expect(turnedNotApplicable(moduleFacts({ findings: [na('A', 1), met('A')] }))).toEqual([])
  })

  it('IS-03 something was found met in a version that had ended by then', () => {
    const [standard] = moduleFacts().standards
    const retired = (retiredOn: string): StandardVersion => ({ ...standard!.versions[0]!, retiredOn })
    const of = (retiredOn: string) =>
      endedVersionClaimed(moduleFacts({ standards: [{ ...standard!, versions: [retired(retiredOn)] }] })).length
    expect([of('2026-01-11'), of('2026-01-10')]).toEqual([0, 2])
  })

  it('IS-04 the listing was edited between suspension and lifting', () => {
    const decisions = [listing, decision('SUSPEND', '2026-02-01', 5), decision('LIFT', '2026-02-10', 6)]
    const days = ['2026-01-31', '2026-02-01', '2026-02-09', '2026-02-10']
    expect(editedWhileSuspended(moduleFacts({ decisions }), days).map((s) => s.on)).toEqual([
      '2026-02-01',
      '2026-02-09',
    ])
  })

  it('IS-05 evidence was replaced', () => {
    const old = { id: 'e1', title: 'Old', replacesId: null, addedOn: '2026-01-01' }
    const newer = { id: 'e2', title: 'New', replacesId: 'e1', addedOn: '2026-02-01' }
    expect(evidenceReplaced([old, newer])).toEqual([{ code: 'IS-05', on: '2026-02-01', about: 'New' }])
  })

  it('IS-06 an assessor held a role in the supplier before, not after', () => {
    const facts = moduleFacts()
    const interest = (heldFrom: string) => pastInterest(facts, [{ findingId: 'met-A', heldFrom }]).map((s) => s.about)
    expect([interest('2020-01-01'), interest('2026-01-10'), interest('2026-01-11')]).toEqual([['A'], ['A'], []])
  })

  const run = (hour: number, isGreen = false, kind: TestRun['kind'] = 'DRYRUN'): TestRun => ({
    endpointId: 'x',
    kind,
    at: new Date(Date.UTC(2026, 2, 2, hour)),
    isGreen,
  })
  it('IS-07 more than five runs a day until one was green', () => {
    const red = [1, 2, 3, 4].map((hour) => run(hour))
    expect(runUntilGreen([...red, run(5, true), run(6, true)])).toEqual([])
    expect(runUntilGreen([...red, run(5), run(6)])).toEqual([])
    expect(runUntilGreen([run(6, true), ...red, run(5)])).toEqual([
      { code: 'IS-07', on: '2026-03-02', about: '6 runs' },
    ])
    const elsewhere = { ...run(5), endpointId: 'y' }
    expect(runUntilGreen([...red, elsewhere, run(6, true)])).toEqual([])
  })

  it('IS-08 the endpoint was changed at most 48 hours before an official run', () => {
    const official = run(12, true, 'OFFICIAL')
    const changed = (hours: number, endpointId = 'x') =>
      endpointChangedBeforeRun([official], [{ endpointId, at: new Date(official.at.getTime() - hours * 3_600_000) }])
        .length
    expect([changed(0), changed(48), changed(48.01), changed(-1), changed(1, 'y')]).toEqual([1, 1, 0, 0, 0])
    expect(endpointChangedBeforeRun([run(12)], [{ endpointId: 'x', at: run(11).at }])).toEqual([])
  })
})
