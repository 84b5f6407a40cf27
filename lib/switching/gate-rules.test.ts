import { describe, expect, it } from 'vitest'
import { factsHashOf, type Gate, gateSigners, predicatesOf } from './gate-rules'
import type { RunFact, SwitchFacts } from './switch-facts'
import type { SwitchCommand } from './switch-machine'

const manifest = (phase: string, side: 'source' | 'target') => ({
  id: `${phase}-${side}`,
  phase,
  side,
  sha256: `${phase} ${side}`,
  supplierId: side === 'source' ? 'losing' : 'gaining',
  signedById: 'x',
  signedAt: new Date(0),
})
const run = (kind: 'trial' | 'final', change: Partial<RunFact> = {}): RunFact => {
  const phase = kind === 'final' ? 'final' : 'trial-1'
  return {
    id: `${kind}-run`,
    kind,
    phase,
    sourceManifest: `${phase} source`,
    targetManifest: `${phase} target`,
    organisationId: 'practice',
    keyRevoked: false,
    root: 'r',
    canaryFull: true,
    unexplained: { S1: 0, S2: 0 },
    failing: [],
    codesCovered: null,
    takenInAt: new Date(1),
    ...change,
  }
}
const second = (change: Partial<RunFact> = {}) => run('trial', { id: 'second', organisationId: 'payer', ...change })

const complete: SwitchFacts = {
  machineVersion: 1,
  today: '2026-07-01',
  practiceId: 'practice',
  losingSupplierId: 'losing',
  gainingSupplierId: 'gaining',
  gainingContractId: 'contract',
  phase: 1,
  wentLiveOn: '2026-03-02',
  people: { 'practice-manager': 'm', 'clinical-lead': 'l', 'clinical-safety-officer': 's' },
  manifests: (['trial-1', 'final'] as const).flatMap((p) => [manifest(p, 'source'), manifest(p, 'target')]),
  runs: [run('trial'), second(), run('final')],
  accepted: [],
  signOffs: [],
  site: { state: 'live', liveOn: '2026-03-02' },
  certificate: { sha256: 'c', deletedOn: '2026-06-20' },
}
const signedBy = (facts: SwitchFacts, gate: Gate): SwitchFacts => ({
  ...facts,
  signOffs: gateSigners[gate].map((role) => ({
    gate,
    role,
    personId: facts.people[role]!,
    factsHash: factsHashOf(gate, facts),
    signedAt: new Date(2),
  })),
})
const unmet = (command: SwitchCommand, change: Partial<SwitchFacts>, gate?: Gate) => {
  const facts = { ...complete, ...change }
  return predicatesOf(command, gate ? signedBy(facts, gate) : facts)
    .filter((p) => !p.met)
    .map((p) => p.id)
}
const bad = (change: Partial<RunFact>) => [run('trial', change), second(change), run('final')]

describe('the predicates of the gates (SW-01)', () => {
  it.each<[string, SwitchCommand, Partial<SwitchFacts>, string[], Gate?]>([
    ['all met', 'order', {}, []],
    ['no signed contract', 'order', { gainingContractId: null }, ['G2.2']],
    ['no gaining supplier', 'order', { gainingSupplierId: null }, ['G2.parties']],
    ['all met', 'load-trial', {}, []],
    ['no manifest at all', 'load-trial', { manifests: [] }, ['G6.1', 'G6.2']],
    ['only the extract signed', 'load-trial', { manifests: [manifest('trial-1', 'source')] }, ['G6.2']],
    ['a manifest of another supplier', 'load-trial', { losingSupplierId: 'someone' }, ['G6.1']],
    ['a manifest of the phase before', 'load-trial', { phase: 2 }, ['G6.1', 'G6.2']],
    ['all met', 'start-checking', {}, []],
    ['no run', 'start-checking', { runs: [] }, ['G6.3']],
    ['a run of the final load only', 'start-checking', { runs: [run('final')] }, ['G6.3']],
    ['a run over another extract (SW-05)', 'start-checking', { runs: bad({ sourceManifest: 'old' }) }, ['G6.3']],
    ['a run over another load (SW-05)', 'start-checking', { runs: bad({ targetManifest: 'old' }) }, ['G6.3']],
    ['a run whose key was revoked', 'start-checking', { runs: bad({ keyRevoked: true }) }, ['G6.3']],
    ['a canary that missed something', 'start-checking', { runs: bad({ canaryFull: false }) }, ['G6.3']],
    ['all met and signed', 'load-final', {}, [], 'G7'],
    ['no run', 'load-final', { runs: [] }, ['G7.1', 'G7.2', 'G7.5'], 'G7'],
    ['an S1 of 1 to 4 (SW-04)', 'load-final', { runs: bad({ unexplained: { S1: '1-4', S2: 0 } }) }, ['G7.1'], 'G7'],
    [
      'an S1 in the second run only',
      'load-final',
      { runs: [run('trial'), second({ unexplained: { S1: 7, S2: 0 } })] },
      ['G7.1'],
      'G7',
    ],
    ['nobody reproduced it', 'load-final', { runs: [run('trial')] }, ['G7.5'], 'G7'],
    [
      'the same organisation twice',
      'load-final',
      { runs: [run('trial'), run('trial', { id: 'again' })] },
      ['G7.5'],
      'G7',
    ],
    ['another root', 'load-final', { runs: [run('trial'), second({ root: 'q' })] }, ['G7.5'], 'G7'],
    ['all met and signed', 'go-live', {}, [], 'G10'],
    ['no final run', 'go-live', { runs: [run('trial')] }, ['G10.1'], 'G10'],
    [
      'an S1 in the final run',
      'go-live',
      { runs: [run('final', { unexplained: { S1: 9, S2: 0 } })] },
      ['G10.1'],
      'G10',
    ],
    ['no site', 'go-live', { site: null }, ['G10.5'], 'G10'],
    ['a disputed day', 'go-live', { site: { state: 'disputed', liveOn: null } }, ['G10.5'], 'G10'],
    ['all met', 'close', {}, []],
    ['day 90', 'close', { today: '2026-05-31' }, []],
    ['day 89', 'close', { today: '2026-05-30' }, ['G12.1']],
    ['never live', 'close', { wentLiveOn: null }, ['G12.1']],
    ['no certificate', 'close', { certificate: null }, ['G13.1']],
    ['no gate', 'cancel', { manifests: [], runs: [] }, []],
  ])('%s: %s', (_, command, change, ids, gate) => {
    expect(unmet(command, change, gate)).toEqual(ids)
  })

  it('an S2 line is open until it is accepted in that very run (G7.2)', () => {
    const failing = [{ checkId: 'C15', S1: 0 as const, S2: 12 }]
    const runs = [
      run('trial', { failing, unexplained: { S1: 0, S2: 12 } }),
      second({ failing, unexplained: { S1: 0, S2: 12 } }),
    ]
    const accept = (reportId: string, checkId: string) => ({ reportId, checkId, hazardId: 'H8' })
    expect(unmet('load-final', { runs }, 'G7')).toEqual(['G7.2'])
    expect(unmet('load-final', { runs, accepted: [accept('trial-run', 'C15')] }, 'G7')).toEqual(['G7.2'])
    const accepted = [accept('trial-run', 'C15'), accept('second', 'C15')]
    expect(unmet('load-final', { runs, accepted }, 'G7')).toEqual([])
    expect(
      unmet('load-final', { runs, accepted: [accept('trial-run', 'C14'), accept('second', 'C15')] }, 'G7'),
    ).toEqual(['G7.2'])
  })

  it('the later run of one organisation takes the place of its earlier one', () => {
    const worse = run('trial', { id: 'old', unexplained: { S1: 9, S2: 0 }, takenInAt: new Date(0) })
    expect(unmet('load-final', { runs: [run('trial'), worse, second()] }, 'G7')).toEqual([])
  })

  it('an unmet line says because, a met one does not', () => {
    for (const line of predicatesOf('load-final', { ...complete, runs: [] }))
      expect(Boolean(line.because)).toBe(!line.met)
  })
})

describe('a sign-off', () => {
  const signed = signedBy(complete, 'G7')
  const open = (facts: SwitchFacts) => predicatesOf('load-final', facts).filter((p) => !p.met)

  it('is missing until each role has signed', () => {
    expect(open(complete).map((p) => p.id)).toEqual(['G7.clinical-lead', 'G7.clinical-safety-officer'])
    expect(open(signed)).toEqual([])
  })

  it('is voided by a changed fact (SW-03): a new run, a new acceptance', () => {
    for (const facts of [
      { ...signed, runs: [...signed.runs, run('trial', { id: 'newer', takenInAt: new Date(9) })] },
      { ...signed, accepted: [{ reportId: 'second', checkId: 'C15', hazardId: 'H8' }] },
    ])
      expect(open(facts).map((p) => p.because)).toEqual([
        'The facts have changed since it was signed, so the signature no longer counts',
        'The facts have changed since it was signed, so the signature no longer counts',
      ])
  })

  it('is not touched by facts of other gates', () => {
    expect(open({ ...signed, site: null, certificate: null, today: '2027-01-01' })).toEqual([])
  })

  it('counts only from the person who is named now', () => {
    const facts = { ...signed, people: { ...signed.people, 'clinical-lead': 'other' } }
    expect(open(facts).map((p) => p.id)).toEqual(['G7.clinical-lead'])
    expect(open({ ...complete, people: {} })[0]?.because).toBe('Nobody is named as clinical lead')
  })
})
