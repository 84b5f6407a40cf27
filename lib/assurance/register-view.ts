import type { Day } from '@/lib/platform/days'
import type { Level } from './facts'
import type { GateAnswer } from './gate-rules'
import type { Label } from './label-rules'
import type { PublicNonConformity } from './non-conformities/public-view-rules'
import type { Rule, Value } from './requirement-value-rules'

export type RequirementLine = {
  id: string
  level: Level
  serious: boolean
  value: Value
  rule: Rule
  until: Day | null
  /** Evidence behind it that everybody may see, by hash. */
  findings: { id: string; outcome: string; on: Day; validUntil: Day | null; carriedFrom?: string }[]
  plan: { kind: string; dueOn: Day } | null
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
/** What the register says of a module version at the end of one day. */
export type RegisterEntry = {
  moduleId: string
  moduleVersionId: string
  name: string
  version: string
  supplier: string
  asOf: Day
  label: Label
  gate: GateAnswer
  standards: StandardLine[]
  capabilities: { id: string; result: 'met' | 'failed' | 'not assessed' }[]
  /** What was determined by that day, open or closed, the newest first. */
  nonConformities: PublicNonConformity[]
  /** What the authority itself has missed about the module version as a whole (CL-07). */
  missed: PublicNonConformity['missed']
  decisions: { kind: string; on: Day; effectiveFrom: Day; reason: string }[]
}

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
