import type { Day } from '@/lib/platform/days'

export const fundingStates = ['submitted', 'approved', 'declined', 'withdrawn', 'voided'] as const
export type FundingState = (typeof fundingStates)[number]
export type FundingCommand = 'approve' | 'decline' | 'withdraw' | 'void'

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

export type Slice = { budgetLineId: string; stream: string; year: number; pence: bigint }

export type FundingRequest = {
  id: string
  payerId: string
  requestedById: string
  requesterOrgId: string
  reference: { type: string; id: string }
  title: string
  reason: string
  wholeLifePence: bigint
  termsHash: string
  state: FundingState
  submittedAt: Date
  dueOn: Day
  decidedById: string | null
  decidedAt: Date | null
  declineCode: string | null
  decisionReason: string | null
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

/** `2026/27`. */
export const yearWords = (year: number): string => `${year}/${String(year + 1).slice(2)}`

export const fundingLabels: Record<FundingState, { words: string; colour: 'blue' | 'green' | 'red' | 'grey' }> = {
  submitted: { words: 'Waiting for a decision', colour: 'blue' },
  approved: { words: 'Approved', colour: 'green' },
  declined: { words: 'Declined', colour: 'red' },
  withdrawn: { words: 'Withdrawn', colour: 'grey' },
  voided: { words: 'Void: the order no longer stands', colour: 'grey' },
}

/** What a page says after an act. */
export const fundingDone: Record<string, string> = {
  approved: 'The request is approved.',
  declined: 'The request is declined.',
  withdrawn: 'The request is withdrawn.',
}
