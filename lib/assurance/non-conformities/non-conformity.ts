import type { Day } from '@/lib/platform/days'
import type { NonConformity as Fact, Hazard } from '../facts'

export type NonConformityState = 'candidate' | 'open' | 'dismissed' | 'closed'
export type Source = Fact['source']
/** What ended it: a newer finding, a machine's PASS, an upheld dispute, a waiver of the requirement or the check, a standard's withdrawal. */
export type ClosedBy = 'FINDING' | 'RUN' | 'DISPUTE' | 'WAIVER' | 'CHECK_WAIVER' | 'WITHDRAWAL'

/** Whose requirement it is about. */
export type Subject = { moduleVersionId: string; standardVersionId: string; requirementId: string }

/** A non-conformity as it is kept. */
export type StoredNonConformity = Subject & {
  id: string
  source: Source
  summary: string
  state: NonConformityState
  raisedOn: Day | null
  raisedById: string | null
  determinedOn: Day | null
  hazard: Hazard | null
  hazardRaisedOn: Day | null
  reason: string | null
  closedOn: Day | null
  closedBy: ClosedBy | null
  version: number
}

export const stateWords: Record<NonConformityState, string> = {
  candidate: 'To be looked at',
  open: 'Open',
  dismissed: 'Dismissed',
  closed: 'Closed',
}
export const sourceWords: Record<Source, string> = {
  RUN: 'a machine check failed',
  FINDING: 'an assessor found it',
  LAPSE: 'what showed it ran out',
  STANDARD_REFRESH: 'the standard changed',
  COMPLAINT: 'somebody raised a concern',
  CHALLENGE: 'a challenge was accepted',
  LEGAL_NOTICE: 'a legal notice was given',
}
export const closedByWords: Record<ClosedBy, string> = {
  FINDING: 'a newer finding says it is met',
  RUN: 'an official check passes again',
  DISPUTE: 'a dispute was upheld',
  WAIVER: 'two officers waived the requirement',
  CHECK_WAIVER: 'two officers hold the check to be wrong',
  WITHDRAWAL: 'two officers withdrew the version of the standard',
}
export const hazardWords: Record<Hazard, string> = {
  NONE: 'none',
  LOW: 'low',
  CLINICAL_SAFETY: 'clinical safety',
  SECURITY: 'security',
  DATA_LOSS: 'loss of data',
}
