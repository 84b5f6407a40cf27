import type { Day } from '@/lib/platform/days'
import type { Hazard, PlanAct } from '../facts'

export type PlanKind = 'WORK_OFF' | 'REMEDIATION'
/** Expired is no state: it follows from the day (CL-05). */
export type PlanState = 'proposed' | 'returned' | 'accepted' | 'superseded' | 'verified'

/** A plan as it is kept, with its milestones and dated acts. */
export type StoredPlan = {
  id: string
  nonConformityId: string
  kind: PlanKind
  hazard: Hazard
  summary: string
  state: PlanState
  proposedOn: Day | null
  returnReason: string | null
  acceptedOn: Day | null
  /** As accepted; what extends it is an act. */
  dueOn: Day
  supersededOn: Day | null
  version: number
  milestones: { number: number; words: string; dueOn: Day }[]
  acts: (PlanAct & { words: string | null })[]
}

export const planKindWords: Record<PlanKind, string> = {
  WORK_OFF: 'Work-off plan',
  REMEDIATION: 'Remediation plan',
}
export const planStateWords: Record<PlanState, string> = {
  proposed: 'Waits for two officers',
  returned: 'Sent back',
  accepted: 'Accepted',
  superseded: 'Superseded',
  verified: 'Verified',
}
