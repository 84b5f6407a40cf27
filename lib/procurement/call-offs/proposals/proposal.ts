import type { Milestone } from '../form/order-form'

export const proposalStates = ['open', 'accepted', 'rejected', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]
export type ProposalCommand = 'accept' | 'reject' | 'withdraw'

/** A day, a number of days, pence as digits, words, a milestone; null where there is nothing. */
export type FieldValue = string | number | Milestone | null

/** One field of an order as its supplier would have it: a day of delivery, a milestone, notice, exit charge, return format. */
export type ProposedField = {
  /** `deliver-on/<practice>`, `milestone/<name>`, `notice-days`, `exit-charge`, `return-format` */
  field: string
  /** As it stood when it was proposed. */
  before: FieldValue
  after: FieldValue
}

/** The buyer accepts or rejects each by itself (T8, T10, T11). */
export type TermProposal = ProposedField & {
  id: string
  callOffId: string
  /** Why, in the supplier's words; empty where it said nothing. */
  reason: string
  state: ProposalState
  proposedById: string
  proposedAt: Date
  answeredById: string | null
  answeredAt: Date | null
  /** Why the buyer rejected it. */
  answer: string | null
  version: number
}

export const proposalLabels: Record<ProposalState, { words: string; colour: 'yellow' | 'green' | 'red' | 'grey' }> = {
  open: { words: 'Waits for the practice', colour: 'yellow' },
  accepted: { words: 'Accepted', colour: 'green' },
  rejected: { words: 'Rejected', colour: 'red' },
  withdrawn: { words: 'Withdrawn', colour: 'grey' },
}

/** The steps of the order form in which the supplier has a say. */
export const proposableSlugs = ['delivery', 'milestones', 'data'] as const
export type ProposableSlug = (typeof proposableSlugs)[number]

/** What a reader has seen of proposals that wait: another one of them is another word. */
export const seenOf = (proposals: Pick<TermProposal, 'id' | 'state'>[]): string =>
  proposals
    .flatMap(({ id, state }) => (state === 'open' ? [id] : []))
    .sort()
    .join(' ')
