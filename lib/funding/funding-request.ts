import type { Day } from '@/lib/platform/days'
import type { CommitmentState } from './commitment'

export const fundingStates = [
  'submitted',
  'recommended',
  'returned',
  'approved',
  'declined',
  'withdrawn',
  'lapsed',
  'voided',
] as const
export type FundingState = (typeof fundingStates)[number]
export type FundingCommand =
  | 'submit'
  | 'recommend'
  | 'approve'
  | 'decline'
  | 'return'
  | 'withdraw'
  | 'appeal'
  | 'lapse'
  | 'void'

/** Waits for the payer: its clock runs. */
export const isWaiting = ({ state }: { state: FundingState }): boolean =>
  state === 'submitted' || state === 'recommended'

/** Its clock runs and its day is past. */
export const isOverdue = (request: { state: FundingState; dueOn: Day }, today: Day): boolean =>
  isWaiting(request) && request.dueOn < today

/** What it may come to with every option taken up: what limits are held against (B6). */
export const withOptions = (request: { wholeLifePence: bigint; optionsPence: bigint }): bigint =>
  request.wholeLifePence + request.optionsPence

/** Why a request is declined (procurement §3). "other" asks for 30 characters of words. */
export const declineCodes = {
  'no-budget': 'There is no budget for it',
  'not-a-priority': 'It is not a priority',
  'before-notice-date': 'It comes before the notice date of the present contract',
  'poor-value': 'It is poor value',
  'duplicate-need': 'The need is met already',
  safety: 'There is a safety concern',
  capacity: 'There is no capacity to carry it through',
  other: 'Another reason',
} as const
export type DeclineCode = keyof typeof declineCodes

export type Slice = {
  budgetLineId: string
  stream: string
  year: number
  pence: bigint
  spentPence: bigint
  rolledPence: bigint
  state: CommitmentState
}

export type NoteKind = 'recommendation' | 'question' | 'answer' | 'decline' | 'appeal' | 'urgent' | 'review'
export const noteWords: Record<NoteKind, string> = {
  recommendation: 'Recommended',
  question: 'The payer asks',
  answer: 'The answer',
  decline: 'Declined at first',
  appeal: 'The appeal',
  urgent: 'Why it cannot wait',
  review: 'The review',
}
export type FundingNote = { id: string; kind: NoteKind; text: string; byId: string; at: Date }

export const reviewOutcomes = {
  justified: 'It could not wait',
  'not-justified': 'It could have waited',
} as const
export type ReviewOutcome = keyof typeof reviewOutcomes

export type FundingRequest = {
  id: string
  payerId: string
  requestedById: string
  requesterOrgId: string
  reference: { type: string; id: string }
  title: string
  reason: string
  wholeLifePence: bigint
  /** What options may add: it counts for limits, not for budgets. */
  optionsPence: bigint
  termsHash: string
  /** Opaque: two requests that share one are for the like. */
  similarityKeys: string[]
  state: FundingState
  submittedAt: Date
  dueOn: Day
  /** Working days that were left when it was returned: the clock stands meanwhile. */
  daysLeft: number | null
  recommendedByIds: string[]
  decidedById: string | null
  decidedAt: Date | null
  declineCode: string | null
  decisionReason: string | null
  appealedAt: Date | null
  /** Who declined what was then appealed. */
  firstDecidedById: string | null
  approvedUntil: Day | null
  usedAt: Date | null
  urgentReason: string | null
  reviewDueOn: Day | null
  reviewedById: string | null
  reviewedAt: Date | null
  reviewOutcome: ReviewOutcome | null
  version: number
  slices: Slice[]
}

export type BudgetLine = {
  id: string
  organisationId: string
  stream: string
  year: number
  allocatedPence: bigint
  reservedPence: bigint
  committedPence: bigint
  spentPence: bigint
}

/** What is left of a line for new requests. */
export const availablePence = (line: BudgetLine): bigint =>
  line.allocatedPence - line.reservedPence - line.committedPence - line.spentPence

/** What a budget is for. */
export const streams = {
  GPIT: 'GPIT: clinical systems',
  LOCAL: 'LOCAL: the payer’s own means',
  PCARP: 'PCARP: additional roles',
} as const

/** `2026/27`. */
export const yearWords = (year: number): string => `${year}/${String(year + 1).slice(2)}`

export const fundingLabels: Record<
  FundingState,
  { words: string; colour: 'blue' | 'green' | 'red' | 'grey' | 'yellow' }
> = {
  submitted: { words: 'Waiting for a decision', colour: 'blue' },
  recommended: { words: 'Recommended, waiting for a decision', colour: 'blue' },
  returned: { words: 'Returned with a question', colour: 'yellow' },
  approved: { words: 'Approved', colour: 'green' },
  declined: { words: 'Declined', colour: 'red' },
  withdrawn: { words: 'Withdrawn', colour: 'grey' },
  lapsed: { words: 'Lapsed: the approval was not used in time', colour: 'grey' },
  voided: { words: 'Void: the order no longer stands', colour: 'grey' },
}

/** What a page says after an act. */
export const fundingDone: Record<string, string> = {
  approved: 'The request is approved.',
  declined: 'The request is declined.',
  withdrawn: 'The request is withdrawn.',
  recommended: 'Your recommendation is recorded.',
  returned: 'The request is returned with your question. Its clock stands until it is answered.',
  answered: 'Your answer is sent. The clock runs again.',
  appealed: 'Your appeal is lodged. Another approver decides.',
  urgent: 'The request is marked as urgent.',
  reviewed: 'The review is recorded.',
}
