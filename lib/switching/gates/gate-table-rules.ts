import type { FullCommand } from '../full-switch-machine'
import type { SwitchRole } from '../switch'
import type { FullFacts } from '../switch-facts'
import { caseLines } from './g01-case-rules'
import { orderLines } from './g02-order-rules'
import { mobiliseLines } from './g03-mobilise-rules'
import { prepareLines, trialLines } from './g04-prepare-rules'
import { acceptLines, checkLines } from './g07-data-rules'
import { freezeLines, loadLines } from './g08-cutover-rules'
import { liveLines } from './g10-live-rules'
import { closeLines, incidentLine, legacyLines, settleLines } from './g11-settle-rules'
import type { Predicate } from './predicate'
import { rollBackLines } from './roll-back-rules'

export const gates = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G11', 'G12', 'G13'] as const
export type Gate = (typeof gates)[number]

type GateDefinition = {
  title: string
  lines: (facts: FullFacts) => Predicate[]
  /** Who signs it, each under the same facts (SW-03). */
  signers: SwitchRole[]
}

/** Design §4 as data: gate → its lines and who signs it. */
export const gateTable: Record<Gate, GateDefinition> = {
  G1: { title: 'The case is made', lines: caseLines, signers: ['practice-manager'] },
  G2: {
    title: 'The order can be placed',
    lines: orderLines,
    signers: ['funding-approver', 'losing-signatory', 'gaining-signatory'],
  },
  G3: {
    title: 'Everybody is ready to start',
    lines: mobiliseLines,
    signers: ['practice-manager', 'clinical-safety-officer', 'losing-signatory', 'gaining-signatory'],
  },
  G4: { title: 'The site is surveyed', lines: prepareLines, signers: [] },
  G5: { title: 'Ready for the trial load', lines: trialLines, signers: ['practice-manager', 'delivery-partner'] },
  G6: { title: 'The trial load can be checked', lines: checkLines, signers: [] },
  G7: { title: 'Trial data accepted', lines: acceptLines, signers: ['clinical-lead', 'clinical-safety-officer'] },
  G8: {
    title: 'The records can be frozen',
    lines: freezeLines,
    signers: ['practice-manager', 'delivery-partner', 'gaining-signatory'],
  },
  G9: { title: 'The final load can start', lines: loadLines, signers: [] },
  G10: {
    title: 'Safe to go live',
    lines: liveLines,
    signers: ['clinical-lead', 'clinical-safety-officer', 'practice-manager'],
  },
  G11: { title: 'The new system has settled', lines: settleLines, signers: ['practice-manager', 'clinical-lead'] },
  G12: {
    title: 'The old system is not needed any more',
    lines: legacyLines,
    signers: ['practice-manager', 'funding-approver'],
  },
  G13: { title: 'The switch can be closed', lines: closeLines, signers: [] },
}

/** The gates that stand before a command (design §3). */
export const gatesOfCommand: Partial<Record<FullCommand, Gate[]>> = {
  'make-case': ['G1'],
  order: ['G2'],
  mobilise: ['G3'],
  prepare: ['G4'],
  'load-trial': ['G5'],
  'start-checking': ['G6'],
  'accept-data': ['G7'],
  freeze: ['G8'],
  'load-final': ['G9'],
  'go-live': ['G10'],
  settle: ['G11'],
  close: ['G12', 'G13'],
}

/** Lines that are no gate of the way on: a way back needs R3 and R4, and remediation ends when what failed holds again. */
export function sideLines(command: FullCommand, facts: FullFacts): Predicate[] {
  if (command === 'roll-back') return rollBackLines(facts)
  if (command !== 'remedied') return []
  return facts.stateBefore === 'loaded' ? liveLines(facts).slice(0, 1) : [incidentLine(facts, 'G11.5', ['S1'])]
}
