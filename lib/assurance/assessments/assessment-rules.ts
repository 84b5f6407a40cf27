import type { CapabilityClaim } from '@/lib/catalogue/listing'
import type { EpicName } from '@/lib/catalogue/module-view'
import type { Day } from '@/lib/platform/days'
import type { CapabilityFinding } from '../capability-rules'
import type { ModuleFacts } from '../facts'
import { mandatoryRows } from '../label-rules'
import { type RequirementRow, standardRows } from '../standard-value-rules'
import type { Answer, AskedEpic, AssessmentKind } from './assessment'

/** The epics that must be met for these capabilities, with what the supplier has said of each. */
export function askedEpics(
  capabilityIds: string[],
  epics: Record<string, EpicName[]>,
  answers: Map<string, Answer>,
): AskedEpic[] {
  return capabilityIds.flatMap((capabilityId) =>
    (epics[capabilityId] ?? [])
      .filter((epic) => epic.level === 'MUST' && epic.active)
      .map(({ id, name }) => ({ id, name, capabilityId, answer: answers.get(id) ?? null })),
  )
}

/** What the published text already says of its epics. */
export const answersOf = (claims: CapabilityClaim[]): [string, Answer][] =>
  claims.flatMap((claim) => [
    ...(claim.notMetEpicIds ?? []).map((id): [string, Answer] => [id, 'not-met']),
    ...claim.epicIds.map((id): [string, Answer] => [id, 'met']),
  ])

/** Why it is assessed: a version of a module that was listed before is lifted up, anything else is new. */
export const kindOf = (isNewVersion: boolean, wasListedBefore: boolean): AssessmentKind =>
  isNewVersion && wasListedBefore ? 'UPLIFT' : 'CAPABILITY'

/** Capabilities of the assessment of which nothing signed is known on that day. */
export const capabilitiesNotFound = (capabilityIds: string[], found: CapabilityFinding[], day: Day): string[] =>
  capabilityIds.filter((id) => !found.some((f) => f.capabilityId === id && f.on <= day))

/** Requirements that must be kept and of which nobody has found out. */
export const rowsNotAssessed = (facts: ModuleFacts, day: Day): RequirementRow[] =>
  mandatoryRows(standardRows(facts, day)).filter((row) => row.value === 'UNKNOWN')

/** AC-02: what stands against a LIST: every MUST that is unknown, lapsed or breached. */
export const againstListing = (facts: ModuleFacts, day: Day): RequirementRow[] =>
  mandatoryRows(standardRows(facts, day)).filter((row) => ['UNKNOWN', 'LAPSED', 'BREACHED'].includes(row.value))
