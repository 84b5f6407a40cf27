import { describe, expect, it } from 'vitest'
import { completeFacts, withFact } from '@/lib/testing/complete-switch-facts'
import { byStatement, otherFacts } from '@/lib/testing/switch-gate-cases'
import { fullSwitchMachine } from '../full-switch-machine'
import { factsHashOf, gateSigners, predicatesOf } from '../gate-rules'
import type { FullFacts } from '../switch-facts'
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

const gateOf = (id: string) => id.split('.')[0] as Gate

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
    const early = { ...completeFacts.leaving!, runsUntil: '2026-04-30', noticeGivenOn: '2026-01-30' }
    expect(unmet('G2', (f) => ({ ...f, leaving: early }))).toEqual([])
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
