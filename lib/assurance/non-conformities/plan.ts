export type PlanKind = 'WORK_OFF' | 'REMEDIATION'
/** Expired is no state: it follows from the day (CL-05). */
export type PlanState = 'proposed' | 'returned' | 'accepted' | 'superseded' | 'verified'

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
