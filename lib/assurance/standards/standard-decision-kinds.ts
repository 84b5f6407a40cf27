import type { Day } from '@/lib/platform/days'
import type { StandardProposalCommand } from './standard-proposal-machine'

/** What two officers may decide about a standard version (assurance §3). */
export const standardDecisionKinds = ['PUBLISH', 'RESCHEDULE', 'WITHDRAW'] as const
export type StandardDecisionKind = (typeof standardDecisionKinds)[number]

export type NewDays = Partial<
  Record<'publishedOn' | 'effectiveOn' | 'transitionEndsOn' | 'deprecatedOn' | 'retiredOn', Day>
>
/** What a proposal needs beside the reason. */
export type StandardTerms = {
  /** The days that change. */
  days?: NewDays
  /** Why it is right although many practices use what lapses (RF-02). */
  lapseReason?: string
}

type Kind = { words: string; command: StandardProposalCommand }

export const standardDecisionTable: Record<StandardDecisionKind, Kind> = {
  PUBLISH: { words: 'Publish', command: 'second-publication' },
  RESCHEDULE: { words: 'Move the days of', command: 'second-rescheduling' },
  WITHDRAW: { words: 'Withdraw', command: 'second-withdrawal' },
}
