import type { Day } from '@/lib/platform/days'

/** Notices of the Procurement Act 2023 that an order makes due. Change notices (UK10) stand with the change that needs them. */
export type OrderNoticeKind = 'UK6' | 'UK7' | 'UK11'
/** Notices of a period: what one contract was paid in a quarter, how it performed, what a payer paid in half a year. */
export type PeriodNoticeKind = 'UK8' | 'UK9' | 'UK17'
export type NoticeKind = OrderNoticeKind | PeriodNoticeKind
export type NoticeState = 'drafted' | 'published' | 'not-required'

export const noticeTitles: Record<NoticeKind, string> = {
  UK6: 'Contract award notice',
  UK7: 'Contract details notice',
  UK8: 'Contract payment notice',
  UK9: 'Contract performance notice',
  UK11: 'Contract termination notice',
  UK17: 'Payments compliance notice',
}

type Colour = 'yellow' | 'green' | 'grey'
export const noticeLabels: Record<NoticeState, { words: string; colour: Colour }> = {
  drafted: { words: 'To be published', colour: 'yellow' },
  published: { words: 'Published', colour: 'green' },
  'not-required': { words: 'Not required', colour: 'grey' },
}

/** A notice that a payer owes the public. `text` is the draft, word for word as it was made. */
export type NoticeObligation = {
  id: string
  kind: NoticeKind
  /** The order that it speaks of; null for a notice of all that a payer paid. */
  callOffId: string | null
  payerId: string
  /** SHA-256 of the terms that it speaks of: other terms need another notice. Null for a notice of a period. */
  termsHash: string | null
  /** The last day of the period that it speaks of; null for a notice of terms. */
  periodEnd: Day | null
  dueOn: Day
  text: string
  state: NoticeState
  /** Where it can be read, and since when; null until it is published. */
  reference: string | null
  publishedOn: Day | null
  /** Why it need not be published; null unless somebody said so. */
  reason: string | null
  /** How many indicators the law asks for beyond those that the draft knows; it is not published without them, or a rationale (L11). */
  missing: number
  /** What the payer added for them, or why there are fewer; null until then. */
  completion: string | null
  draftedAt: Date
  version: number
}

/** Overdue is computed, never kept: it follows from the day alone. */
export const isOverdue = ({ state, dueOn }: Pick<NoticeObligation, 'state' | 'dueOn'>, today: Day): boolean =>
  state === 'drafted' && dueOn < today

export const noticeDone: Record<string, string> = {
  published: 'Where the notice can be read is recorded.',
  waived: 'The notice is marked as not required.',
}
