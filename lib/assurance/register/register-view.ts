import type { Day } from '@/lib/platform/days'
import type { Level } from '../facts'
import type { GateAnswer } from '../gate-rules'
import type { Label } from '../label-rules'
import type { PublicNonConformity } from '../non-conformities/public-view-rules'
import type { Rule, Value } from '../requirement-value-rules'

/** Evidence behind a finding that this reader may see: its hash proves which file it was. */
export type EvidenceLine = { title: string; sha256: string; validUntil: Day | null; visibility: string }
export type FindingLine = {
  id: string
  outcome: string
  on: Day
  /** The day on which it came into the register; later than `on` where it reaches back. */
  recordedOn: Day
  validUntil: Day | null
  /** By role, never by name. */
  foundBy: 'assessor' | 'run'
  signedBy: 'reviewer' | 'runner'
  correctsId: string | null
  /** The older requirement of which it was found, where it carries over (RF-01). */
  carriedFrom: string | null
  evidence: EvidenceLine[]
  /** Evidence that is not for this reader. */
  evidenceNotShown: number
  /** Its place in the evidence log; null where it had none at the end of that day. */
  logIndex: number | null
}
/** The newest result of a check in a logged run. Of these only official and refresh runs prove anything (INV-04, INV-05). */
export type CheckLine = {
  check: string
  strength: 'FULL' | 'PARTIAL' | 'BLOCK'
  kind: string
  result: string
  message: string
  on: Day
  runId: string
  /** Where the signed proof of the run stands; null where it had no place at the end of that day. */
  logIndex: number | null
  /** The last day of the waiver of this check, where it is under one: the result counts for nothing until then. */
  waivedUntil?: Day
  /** Since when a challenge of it stands that an assessor accepted, and the last day on which it may pass again (CL-11). */
  challenged?: { since: Day; passBy: Day }
}
export type Coverage = { level: 'FULL' | 'PARTIAL' | 'NOT MACHINE-TESTED'; because: string }
export const coverageWords = ({ level, because }: Coverage): string =>
  `${{ FULL: 'Fully', PARTIAL: 'In part', 'NOT MACHINE-TESTED': 'Not machine-tested' }[level]}: ${because}`

export type RequirementLine = {
  id: string
  title: string | null
  level: Level
  serious: boolean
  value: Value
  rule: Rule
  until: Day | null
  findings: FindingLine[]
  checks: CheckLine[]
  plan: { kind: string; dueOn: Day } | null
  /** The decision that carries the line: a waiver in force. */
  decision: { id: string; kind: string; until: Day } | null
  coverage: Coverage
}
export type StandardLine = {
  standardId: string
  name: string
  version: string
  overarching: boolean
  value: Value
  until: Day | null
  requirements: RequirementLine[]
}
export type DecisionLine = {
  id: string
  kind: string
  on: Day
  effectiveFrom: Day
  appealUntil: Day | null
  reason: string
  basis: string | null
  correctsId: string | null
  logIndex: number | null
}
/** What was recorded after the day it speaks of: only shown where somebody asks for the day as it is known now. */
export type CorrectionLine = { what: 'finding' | 'decision'; id: string; correctsId: string | null; recordedOn: Day }
/** What the register says of a module version at the end of one day. */
export type RegisterEntry = {
  moduleId: string
  moduleVersionId: string
  name: string
  version: string
  supplier: string
  asOf: Day
  /** False: as it was shown at the end of that day. True: as it is known now. */
  corrected: boolean
  label: Label
  gate: GateAnswer
  standards: StandardLine[]
  capabilities: { id: string; result: 'met' | 'failed' | 'not assessed' }[]
  /** What was determined by that day, open or closed, the newest first. */
  nonConformities: PublicNonConformity[]
  /** What the authority itself has missed about the module version as a whole (CL-07). */
  missed: PublicNonConformity['missed']
  decisions: DecisionLine[]
  corrections: CorrectionLine[]
  /** Stands under every entry (RG-01). */
  note: string
}

export const entryNote = 'Automated checks are not exhaustive.'

/** Why a value is what it is, in a reader's words. */
export const ruleWords: Record<Rule, string> = {
  D1: 'does not apply',
  D2a: 'an open non-conformity has no plan that holds',
  D2b: 'a plan came too late or ran out',
  D2c: 'the newest finding or check says it is not kept',
  D3: 'every open non-conformity has an accepted plan',
  D4: 'what showed it is out of date',
  D5: 'the newest official checks pass and are in date',
  D6: 'a signed finding says it is met, its evidence is in date',
  D7: 'waived for a time by two officers',
  D8: 'it was met once; the finding or its evidence is out of date',
  D9: 'nobody has found out yet',
}

/** A register entry as the module's page shows it. */
export const standingOfEntry = ({ label, asOf }: RegisterEntry) => ({ ...label, asOf })
