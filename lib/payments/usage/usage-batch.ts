import type { Day } from '@/lib/platform/days'

export const usageBatchStates = ['received', 'parked', 'accepted', 'rated', 'superseded', 'refused'] as const
export type UsageBatchState = (typeof usageBatchStates)[number]

export const usageBatchStateLabels: Record<UsageBatchState, string> = {
  received: 'Received',
  parked: 'Waits for the batch before it',
  accepted: 'Accepted',
  rated: 'Counted',
  superseded: 'Replaced by later words',
  refused: 'Refused',
}

/** A signed batch as it came, without its records. */
export type UsageBatch = {
  id: string
  issuerId: string
  sequence: number
  previousHash: string
  hash: string
  from: Day
  to: Day
  recordCount: number
  state: UsageBatchState
  because: string | null
  receivedAt: Date
  acceptedAt: Date | null
  version: number
}

/** The hash that the first batch of an issuer names as the one before it. */
export const noBatchHash = '0'.repeat(64)
