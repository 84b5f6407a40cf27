import { describe, expect, it } from 'vitest'
import { completeFacts, runOf, second, withFact } from '@/lib/testing/complete-switch-facts'
import type { FactValue } from '../facts/fact'
import type { FactKind } from '../facts/fact-kinds'
import { fullSwitchMachine } from '../full-switch-machine'
import { factsHashOf, gateSigners, predicatesOf } from '../gate-rules'
import type { FullFacts, RadarFact } from '../switch-facts'
import { switchingCost } from './g01-case-rules'
import { type Gate, gates, gatesOfCommand, gateTable } from './gate-table-rules'

const settled = { ...completeFacts, state: 'live' as const, wentLiveOn: '2026-03-02' }
const legacy = { ...settled, state: 'legacy-read-only' as const, today: '2026-07-01' }
const baseOf = (gate: Gate): FullFacts =>
  gate === 'G11' ? settled : gate === 'G12' || gate === 'G13' ? legacy : completeFacts
const unmet = (gate: Gate, change: (facts: FullFacts) => FullFacts) =>
  gateTable[gate]
    .lines(change(baseOf(gate)))
    .filter((line) => !line.met)
    .map((line) => line.id)

/** The line, the statement it reads, and values that do not meet it. */
const byStatement: [string, FactKind, FactValue[]][] = [
  ['G1.1', 'needs', []],
  ['G1.4', 'switching-cost', []],
  ['G2.3', 'acknowledged-losing', []],
  ['G2.3', 'acknowledged-gaining', []],
  ['G2.6', 'cancellation-charges', []],
  ['G3.3', 'dpia', []],
  ['G3.4', 'dde', []],
  ['G3.5', 'profile-losing', [{ sha256: 'b'.repeat(64) }]],
  ['G3.5', 'profile-gaining', [{ sha256: 'b'.repeat(64) }]],
  ['G3.5', 'profile-safety', [{ sha256: 'b'.repeat(64) }]],
  ['G3.6', 'dates', []],
  ['G4.1', 'survey', [{ gaps: 3, closed: 2 }]],
  [
    'G5.1',
    'registrations',
    [
      { fp69: 1, pending: 0 },
      { fp69: 0, pending: 1 },
    ],
  ],
  ['G5.2', 'inboxes', []],
  [
    'G5.3',
    'training',
    [
      { staff: 20, booked: 17 },
      { staff: 0, booked: 0 },
    ],
  ],
  [
    'G7.4',
    'sample-checks',
    [
      { samples: 0, faults: 0 },
      { samples: 50, faults: 1 },
    ],
  ],
  ['G8.1', 'cutover-meeting', [{ heldOn: '2026-01-31' }, { heldOn: '2026-02-28' }]],
  ['G8.2', 'pcse-form', [{ sentOn: '2026-02-14' }]],
  [
    'G8.3',
    'smartcards',
    [
      { cards: 20, tested: 19 },
      { cards: 0, tested: 0 },
    ],
  ],
  ['G8.4', 're-entry-process', []],
  ['G8.5', 'downtime-rota', []],
  ['G8.6', 'rollback-deadline', []],
  [
    'G8.7',
    'go-no-go',
    [
      { decision: 'no-go', decidedOn: '2026-02-26' },
      { decision: 'go', decidedOn: '2026-02-19' },
    ],
  ],
  ['G9.2', 'logged-off', [{ sessions: 1 }]],
  ['G9.4', 're-entry-open', []],
  ['G10.2', 'delta', []],
  ['G10.4', 'rollback-deadline', [{ day: '2026-02-27', time: '16:00' }]],
  ['G11.1', 're-entry-open', []],
  [
    'G11.2',
    'list-size',
    [
      { system: 9870, pds: 9871 },
      { system: 0, pds: 0 },
    ],
  ],
  ['G11.3', 'registers', [{ compared: 21, unexplained: 1 }]],
  ['G12.1', 'legacy-access', []],
  ['G12.3', 'audit-archive', [{ retrievedOn: '2026-04-01', lookUps: 4 }]],
  [
    'G12.4',
    'former-list',
    [
      { looked: 40, missing: 1 },
      { looked: 0, missing: 0 },
    ],
  ],
  ['G12.5', 'last-invoice', []],
  ['G13.2', 'evidence-pack', []],
]
const gateOf = (id: string) => id.split('.')[0] as Gate

const radar = (change: Partial<RadarFact>) => (f: FullFacts) => ({
  ...f,
  radar: f.radar.map((l, i) => (i === 0 ? { ...l, ...change } : l)),
})
const put = (change: Partial<FullFacts>) => (f: FullFacts) => ({ ...f, ...change })
const open = (severity: string) => (f: FullFacts) => withFact(f, 'incident', { severity, state: 'open', sort: 'other' })
const { leaving, hazards } = completeFacts
const otherFacts: [string, string, (f: FullFacts) => FullFacts][] = [
  ['G1.2', 'the comparison is not found', put({ comparison: null })],
  ['G1.3', 'no contract to leave', (f) => ({ ...f, leaving: { ...leaving!, minimumMonths: null } })],
  ['G2.1', 'no funding request', put({ funding: null })],
  ['G2.1', 'funding not approved', put({ funding: { id: 'f', approved: false } })],
  ['G2.2', 'no contract', put({ gainingContractId: null })],
  ['G2.4', 'ends early without notice', put({ leaving: { ...leaving!, runsUntil: '2026-04-30' } })],
  [
    'G2.4',
    'ends early, notice a day late',
    put({ leaving: { ...leaving!, runsUntil: '2026-04-30', noticeGivenOn: '2026-01-31' } }),
  ],
  ['G2.5', 'new start after old end', put({ gaining: { startsOn: '2026-10-01' } })],
  ['G2.5', 'no new contract', put({ gaining: null })],
  [
    'G3.1',
    'nobody as data protection officer',
    put({ people: { ...completeFacts.people, 'data-protection-officer': undefined } }),
  ],
  ['G3.2', 'a seed is missing', put({ hazards: hazards.slice(1) })],
  ['G3.6', 'no final load reserved', put({ reserved: completeFacts.reserved.slice(0, 1) })],
  ['G3.7', 'no third party', (f) => ({ ...f, radar: f.radar.map((l) => ({ ...l, thirdParty: '' })) })],
  ['G4.2', 'nobody has said', radar({ inUse: null })],
  ['G4.2', 'no owner', radar({ owner: '' })],
  ['G4.2', 'no plan', radar({ plan: '' })],
  ['G4.2', 'a contracted service is not listed (RD-02)', put({ contracted: ['EPS', 'Dispensary'] })],
  ['G4.2', 'an empty list', put({ radar: [], contracted: [] })],
  ['G5.4', 'a third party is not told', radar({ toldOn: null })],
  ['G5.4', 'an empty list', put({ radar: [] })],
  [
    'G6.1',
    'no source manifest',
    (f) => ({ ...f, manifests: f.manifests.filter((m) => m.side !== 'source' || m.phase !== 'trial-1'), runs: [] }),
  ],
  ['G7.1', 'an S1', put({ runs: [runOf('trial', { unexplained: { S1: '1-4', S2: 0 } }), second()] })],
  ['G7.3', 'codes missing', put({ runs: [runOf('trial', { codesCovered: false }), second()] })],
  ['G7.3', 'codes not checked', put({ runs: [runOf('trial', { codesCovered: null }), second()] })],
  ['G7.4', 'samples older than the run', put({ runs: [runOf('trial', { takenInAt: new Date(99) }), second()] })],
  ['G7.5', 'not reproduced', put({ runs: [runOf('trial')] })],
  [
    'G7.6',
    'a part is behind',
    put({ parts: [{ id: 'p', part: 'documents', state: 'trial-loaded', stateBefore: null }] }),
  ],
  [
    'G7.6',
    'a part is on hold',
    put({ parts: [{ id: 'p', part: 'documents', state: 'on-hold', stateBefore: 'loaded' }] }),
  ],
  ['G7.7', 'a hazard of 15', put({ hazards: [{ ...hazards[0]!, likelihoodAfter: 3, severityAfter: 5 }] })],
  [
    'G7.7',
    'a hazard nobody assessed',
    put({ hazards: [{ ...hazards[0]!, likelihoodAfter: null, severityAfter: null }] }),
  ],
  ['G9.1', 'a link is on', radar({ offAt: null })],
  ['G9.1', 'an empty list', put({ radar: [] })],
  ['G9.3', 'no freeze manifest', put({ manifests: [] })],
  ['G10.3', 'a link is not proven', radar({ onAt: null })],
  ['G10.5', 'no site', put({ site: null })],
  [
    'G10.6',
    'a part is behind',
    (f) => ({ ...f, state: 'loaded', parts: [{ id: 'p', part: 'documents', state: 'frozen', stateBefore: null }] }),
  ],
  ['G10.7', 'an empty log', put({ hazards: [] })],
  ['G11.1', 'a slip is open', put({ slips: { open: 1, all: 12 } })],
  ['G11.4', 'no run of day 20', (f) => ({ ...f, runs: f.runs.filter((r) => r.kind !== 'day-20') })],
  [
    'G11.4',
    'an S1 on day 5',
    (f) => ({
      ...f,
      runs: [...f.runs.filter((r) => r.kind !== 'day-5'), runOf('day-5', { unexplained: { S1: 7, S2: 0 } })],
    }),
  ],
  ['G11.5', 'an S1 incident', open('S1')],
  ['G11.6', 'a part is behind', put({ parts: [{ id: 'p', part: 'documents', state: 'loaded', stateBefore: null }] })],
  ['G12.1', 'day 89', put({ today: '2026-05-30' })],
  ['G12.1', 'no go-live', put({ wentLiveOn: null })],
  ['G12.2', 'an S2 incident', open('S2')],
  ['G13.1', 'no certificate', put({ certificate: null })],
]

describe('the gates of design §4 (SW-01)', () => {
  it.each(gates)('%s is met when every fact is there', (gate) => expect(unmet(gate, (f) => f)).toEqual([]))

  it.each(byStatement)('%s is unmet without the statement %s, and with a value that is not enough', (id, kind, bad) => {
    expect(unmet(gateOf(id), (f) => withFact(f, kind))).toContain(id)
    for (const value of bad)
      expect(
        unmet(gateOf(id), (f) => withFact(f, kind, value)),
        JSON.stringify(value),
      ).toContain(id)
  })

  it.each(otherFacts)('%s is unmet: %s', (id, _, change) => expect(unmet(gateOf(id), change)).toContain(id))

  it('every line of every gate is tried', () => {
    const tried = new Set([...byStatement, ...otherFacts].map(([id]) => id))
    const shared = ['G6.2', 'G6.3', 'G7.2', 'G10.1'] // lines of the first stage, tried with it
    const all = gates.flatMap((gate) => gateTable[gate].lines(baseOf(gate)).map((line) => line.id))
    expect(all.filter((id) => !tried.has(id) && !shared.includes(id))).toEqual([])
  })

  it('a notice that is given in time meets G2.4, to the day', () => {
    const early = { ...leaving!, runsUntil: '2026-04-30', noticeGivenOn: '2026-01-30' }
    expect(unmet('G2', put({ leaving: early }))).toEqual([])
  })

  it('G1.4: £2,928 and £1,500 are £4,428, 35.1 % of £12,600 a year', () => {
    expect(switchingCost(completeFacts)).toEqual({ totalPence: 442_800n, perCent: '35.1' })
    expect(gateTable.G1.lines(completeFacts)[3]?.sentence).toContain('£4,428.00 once: 35.1 %')
  })

  it('stands before every move of the way on, and before no move that leads out or aside', () => {
    const onward = ['make-case', 'order', 'mobilise', 'prepare', 'load-trial', 'start-checking', 'accept-data']
    const later = ['freeze', 'load-final', 'go-live', 'settle', 'close']
    expect(Object.keys(gatesOfCommand)).toEqual([...onward, ...later])
    const known = Object.values(fullSwitchMachine).flatMap((edges) => Object.keys(edges))
    for (const command of [...onward, ...later]) expect(known).toContain(command)
    expect(Object.values(gatesOfCommand).flat()).toEqual([...gates])
  })

  it('an unmet line says because, a met one does not', () => {
    const nothing = { ...completeFacts, stated: [], radar: [], hazards: [], manifests: [], runs: [], people: {} }
    for (const gate of gates)
      for (const line of gateTable[gate].lines({ ...nothing, site: null, certificate: null, leaving: null }))
        expect(Boolean(line.because), line.id).toBe(!line.met)
  })
})

describe('a signature under a gate (SW-03)', () => {
  const signedBy = (gate: Gate, facts: FullFacts): FullFacts => ({
    ...facts,
    signOffs: gateSigners[gate].map((role) => {
      const personId = facts.people[role]!
      return { gate, role, personId, factsHash: factsHashOf(gate, facts), signedAt: new Date(9) }
    }),
  })
  const missing = (facts: FullFacts) => predicatesOf('freeze', facts).filter((line) => !line.met)

  it('is asked of everybody whom the gate names', () => {
    expect(missing(completeFacts).map((l) => l.id)).toEqual([
      'G8.practice-manager',
      'G8.delivery-partner',
      'G8.gaining-signatory',
    ])
    expect(missing(signedBy('G8', completeFacts))).toEqual([])
  })

  it('is voided by a fact that changed since, and only by one of this gate', () => {
    const signed = signedBy('G8', completeFacts)
    expect(missing(withFact(signed, 'downtime-rota', { people: 5 })).map((l) => l.because)).toEqual(
      Array(3).fill('The facts have changed since it was signed, so the signature no longer counts'),
    )
    expect(missing(withFact(signed, 'training', { staff: 1, booked: 0 }))).toEqual([])
  })
})
