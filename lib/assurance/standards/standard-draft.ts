import type { Day } from '@/lib/platform/days'
import type { Hazard, Level, Method } from '../facts'

export const changeClasses = ['PATCH', 'MINOR', 'MAJOR', 'REPLACE'] as const
export type ChangeClass = (typeof changeClasses)[number]

/** One thing the version will ask for (FA-02). Its id stays the same over versions. */
export type DraftRequirement = {
  id: string
  title: string
  text: string
  anchor: string
  roles: string[]
  level: Level
  method: Method
  hazard: Hazard
  evidenceValidDays: number | null
  notTestedReason: string
  /** Machine checks that speak to it; left out in drafts from before there were any. */
  checks?: string[]
}

/** What is published when two officers agree (FA-01). Days may be missing until then. */
export type DraftContent = {
  number: string
  legalBasis: 'LAW' | 'CONTRACT'
  changeClass: ChangeClass
  publishedOn: Day | null
  effectiveOn: Day | null
  transitionEndsOn: Day | null
  deprecatedOn: Day | null
  retiredOn: Day | null
  /** Versions it replaces, of this standard or of others. */
  replacesIds: string[]
  /** Standards that must be met with it, and such as exclude it. */
  requiredIds: string[]
  conflictIds: string[]
  requirements: DraftRequirement[]
}

/** RF-01: how a requirement of the draft came from one of the replaced versions. */
export const changeKinds = ['SAME', 'REWORDED', 'TIGHTENED', 'NEW', 'REMOVED'] as const
export type ChangeKind = (typeof changeKinds)[number]
export type RequirementChange = {
  kind: ChangeKind
  requirementId: string | null
  fromVersionId: string | null
  fromRequirementId: string | null
}

export type StandardDraftState = 'draft' | 'published'
/** A standard version while the author works on it; its id becomes the published version's. */
export type StandardDraft = {
  id: string
  standardId: string
  content: DraftContent
  difference: RequirementChange[]
  contentSha256: string
  state: StandardDraftState
  draftedById: string
  changedAt: Date
  version: number
}

/** AS-08. */
export const mostRequirements = 500
