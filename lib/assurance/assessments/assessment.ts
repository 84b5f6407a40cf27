import type { EpicName } from '@/lib/catalogue/module-view'

export type AssessmentKind = 'CAPABILITY' | 'COMPLIANCE' | 'UPLIFT' | 'SURVEILLANCE'
export type AssessmentState =
  | 'declared'
  | 'pre-check'
  | 'capability-review'
  | 'standards-review'
  | 'for-decision'
  | 'listed'
  | 'finished'
  | 'withdrawn'

/** The way of a module version's claims from the supplier's word to the officers' decision. */
export type Assessment = {
  id: string
  moduleVersionId: string
  supplierId: string
  kind: AssessmentKind
  capabilityIds: string[]
  state: AssessmentState
  returnReason: string | null
  openedAt: Date
  movedAt: Date
  version: number
}

export type Answer = 'met' | 'not-met'
/** An epic that must be met, with the supplier's answer; null where it has not said. */
export type AskedEpic = Pick<EpicName, 'id' | 'name'> & { capabilityId: string; answer: Answer | null }

export const assessmentStateWords: Record<AssessmentState, string> = {
  declared: 'With the supplier',
  'pre-check': 'Pre-check',
  'capability-review': 'Capability review',
  'standards-review': 'Standards review',
  'for-decision': 'For decision',
  listed: 'Listed',
  finished: 'Finished',
  withdrawn: 'Withdrawn',
}
export const assessmentKindWords: Record<AssessmentKind, string> = {
  CAPABILITY: 'New capabilities',
  COMPLIANCE: 'Compliance',
  UPLIFT: 'New version',
  SURVEILLANCE: 'Surveillance',
}

/** It claims nothing new: it asks only whether a listed module meets what newer standard versions require (RF-03). */
export const asksOnlyStandards = ({ kind, capabilityIds }: Pick<Assessment, 'kind' | 'capabilityIds'>): boolean =>
  kind === 'UPLIFT' && capabilityIds.length === 0

/** What an assessment is for, in a line of a table or a letter. */
export const whatForWords = (assessment: Pick<Assessment, 'kind' | 'capabilityIds'>): string =>
  asksOnlyStandards(assessment)
    ? 'New standard versions'
    : `${assessmentKindWords[assessment.kind]}: ${assessment.capabilityIds.join(', ')}`

/** Under review claim and evidence are locked (AC-01). */
export const isUnderReview = ({ state }: Pick<Assessment, 'state'>): boolean =>
  ['pre-check', 'capability-review', 'standards-review', 'for-decision'].includes(state)

/** Findings are recorded while it is under review, and of what is listed for as long as it is: surveillance. */
export const canBeFoundIn = (assessment: Pick<Assessment, 'state'>): boolean =>
  assessment.state === 'listed' || (isUnderReview(assessment) && assessment.state !== 'for-decision')

/** The supplier brings evidence while the claim is with it, and of what is listed: so that what is mended can be shown. */
export const mayGrow = ({ state }: Pick<Assessment, 'state'>): boolean => state === 'declared' || state === 'listed'
