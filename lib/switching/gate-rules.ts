import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { firstStageLines, liveLines, trialLines } from './gates/first-stage-rules'
import { type Gate, gatesOfCommand, gateTable, sideLines } from './gates/gate-table-rules'
import { line, type Predicate } from './gates/predicate'
import { type SwitchRole, type SwitchState, switchRoles } from './switch'
import type { FullFacts, SwitchFacts } from './switch-facts'
import type { SwitchCommand } from './switch-machine'
import { dueByLine, timersOf } from './timers/timer-rules'

export type { Gate } from './gates/gate-table-rules'
export type { Predicate } from './gates/predicate'

/** Facts of a switch of machine version 2 are read in full. */
export const isFull = (facts: SwitchFacts): facts is FullFacts => facts.machineVersion !== 1

const firstStageGates: Partial<Record<SwitchCommand, Gate[]>> = { 'load-final': ['G7'], 'go-live': ['G10'] }

export const gateTitles = Object.fromEntries(
  Object.entries(gateTable).map(([gate, { title }]) => [gate, title]),
) as Record<Gate, string>

/** Who signs a gate, each under the same facts. */
export const gateSigners = Object.fromEntries(
  Object.entries(gateTable).map(([gate, { signers }]) => [gate, signers]),
) as Record<Gate, SwitchRole[]>

/** The gates of a switch of this machine that somebody signs. */
export const signedGates = (machineVersion: number): Gate[] =>
  machineVersion === 1 ? ['G7', 'G10'] : (Object.keys(gateTable) as Gate[]).filter((g) => gateSigners[g].length > 0)

const stateOfGate: Partial<Record<Gate, SwitchState>> = {
  G1: 'draft',
  G2: 'case',
  G3: 'ordered',
  G5: 'preparing',
  G7: 'data-check',
  G8: 'cutover-ready',
  G10: 'loaded',
  G11: 'live',
  G12: 'legacy-read-only',
}
/** A gate is signed in the state that it leads out of. */
export const isSignable = (gate: Gate, state: SwitchState): boolean => stateOfGate[gate] === state

/** What must hold before a command may move the switch. A command without a gate has none. */
export function predicatesOf(command: SwitchCommand, facts: SwitchFacts): Predicate[] {
  if (!isFull(facts)) {
    const signed = (firstStageGates[command] ?? []).flatMap((gate) => signLines(gate, facts))
    return [...firstStageLines(command, facts), ...signed]
  }
  const lines = (gatesOfCommand[command] ?? []).flatMap((gate) => [
    ...factsOfGate(gate, facts),
    ...signLines(gate, facts),
  ])
  return withDueDays([...lines, ...sideLines(command, facts)], facts)
}

/** The lines of a signed gate without the signatures: what is signed. */
export function factsOfGate(gate: Gate, facts: SwitchFacts): Predicate[] {
  if (isFull(facts)) return gateTable[gate].lines(facts)
  return gate === 'G7' ? trialLines(facts) : liveLines(facts)
}

/** SW-03: SHA-256 of the gate's facts. A sign-off holds only while this is the hash that was signed. */
export function factsHashOf(gate: Gate, facts: SwitchFacts): string {
  const lines = factsOfGate(gate, facts).map(({ id, met, read }) => ({ id, met, read }))
  return sha256Hex(canonicalJson({ gate, machineVersion: facts.machineVersion, lines }))
}

function signLines(gate: Gate, facts: SwitchFacts): Predicate[] {
  const hash = gateSigners[gate].length > 0 ? factsHashOf(gate, facts) : ''
  return gateSigners[gate].map((role) => {
    const ofRole = facts.signOffs.filter((s) => s.gate === gate && s.role === role)
    const valid = ofRole.some((s) => s.factsHash === hash && s.personId === facts.people[role])
    const { title } = switchRoles[role]
    return line(
      { id: `${gate}.${role}`, sentence: `Signed by the ${title.toLowerCase()}`, owner: title, read: hash },
      valid,
      facts.people[role] === undefined
        ? `Nobody is named as ${title.toLowerCase()}`
        : ofRole.length > 0
          ? 'The facts have changed since it was signed, so the signature no longer counts'
          : `Not signed yet by the ${title.toLowerCase()}`,
    )
  })
}

function withDueDays(lines: Predicate[], facts: FullFacts): Predicate[] {
  const due = new Map<string, string>(timersOf(facts).map((timer) => [timer.kind, timer.dueOn]))
  return lines.map((of) => {
    const day = due.get(dueByLine[of.id] ?? '')
    return day ? { ...of, due: day } : of
  })
}
