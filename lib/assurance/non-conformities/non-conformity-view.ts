import type { Day } from '@/lib/platform/days'
import type { Clock } from '../clocks/clock'
import type { Hazard } from '../facts'
import type { ClosedBy, NonConformityState, Source } from './non-conformity'
import type { PlanKind, PlanState } from './plan'

export type MilestoneView = { number: number; words: string; dueOn: Day; tickedOn: Day | null }
export type PlanView = {
  id: string
  kind: PlanKind
  summary: string
  /** `expired` is derived: an accepted plan whose last day is over and that was not claimed done by then. */
  state: PlanState | 'expired'
  acceptedOn: Day | null
  dueOn: Day
  /** The last day as it was accepted, where two officers have extended it since. */
  extendedFrom: Day | null
  startedOn: Day | null
  claimedDoneOn: Day | null
  /** Why the last claim of done was rejected. */
  rejected: { on: Day; words: string } | null
  milestones: MilestoneView[]
  returnReason: string | null
  version: number
}
/** A non-conformity with all that is known of it at the end of one day. */
export type NonConformityView = {
  id: string
  moduleVersionId: string
  requirementId: string
  source: Source
  summary: string
  state: NonConformityState
  hazard: Hazard
  serious: boolean
  raisedOn: Day | null
  determinedOn: Day | null
  closedOn: Day | null
  closedBy: ClosedBy | null
  reason: string | null
  statements: { text: string; on: Day }[]
  plans: PlanView[]
  /** The soonest due first. */
  clocks: Clock[]
  version: number
}

export const planViewWords: Record<PlanView['state'], string> = {
  proposed: 'Waits for two officers',
  returned: 'Sent back',
  accepted: 'Accepted',
  expired: 'Expired',
  superseded: 'Superseded',
  verified: 'Verified',
}

/** What runs, the soonest due first: what a person must do next. */
export const runningClocks = (clocks: Clock[]): Clock[] => clocks.filter((clock) => clock.state === 'running')
export const missedClocks = (clocks: Clock[]): Clock[] => clocks.filter((clock) => clock.state === 'missed')

/** The day by which something must happen next; where nothing runs, the end of time. */
export const nextDue = ({ clocks }: Pick<NonConformityView, 'clocks'>): Day =>
  runningClocks(clocks)[0]?.dueOn ?? '9999-12-31'
