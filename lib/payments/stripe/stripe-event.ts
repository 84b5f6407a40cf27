export const stripeEventStates = ['stored', 'applied', 'ignored', 'parked'] as const
export type StripeEventState = (typeof stripeEventStates)[number]

export const stripeEventStateLabels: Record<StripeEventState, string> = {
  stored: 'Waiting',
  applied: 'Applied',
  ignored: 'Does not concern us',
  parked: 'Put aside, tried again',
}

/** What Stripe told: only ids, because what it says is asked of Stripe anew. */
export type StripeEvent = {
  id: string
  eventId: string
  type: string
  account: string | null
  objectType: string
  objectId: string | null
  subjectId: string | null
  createdAt: Date
  receivedAt: Date
  state: StripeEventState
  because: string | null
  tries: number
  triedAt: Date | null
  version: number
}
