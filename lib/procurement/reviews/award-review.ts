import type { ReviewOutcome } from '@/lib/funding/funding-request'
import type { Day } from '@/lib/platform/days'

/** What an urgent award owes its payer (procurement D3); every field after `dueOn` is null until it is done. */
export type AwardReview = {
  projectId: string
  payerId: string
  awardedAt: Date
  dueOn: Day
  outcome: ReviewOutcome | null
  finding: string | null
  reviewedById: string | null
  reviewedAt: Date | null
}

/** What was awarded, as its reviewer reads it. */
export type ReviewedAward = {
  project: string
  buyerId: string
  moduleNames: string[]
  reason: string
  decidedById: string
  packSha256: string
}

export type AwardReviewState = 'due' | 'overdue' | 'done'
export const reviewLabels: Record<AwardReviewState, { words: string; colour: 'yellow' | 'red' | 'green' }> = {
  due: { words: 'To be reviewed', colour: 'yellow' },
  overdue: { words: 'Overdue', colour: 'red' },
  done: { words: 'Reviewed', colour: 'green' },
}

/** A review that was done late is done. */
export function stateOfReview(
  { reviewedAt, dueOn }: Pick<AwardReview, 'reviewedAt' | 'dueOn'>,
  today: Day,
): AwardReviewState {
  if (reviewedAt) return 'done'
  return dueOn < today ? 'overdue' : 'due'
}
