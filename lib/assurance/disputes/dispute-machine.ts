import type { Machine } from '@/lib/platform/machine'

/** A dispute is upheld by two officers, or rejected by a reviewer with the reason (DE-03). */
export type DisputeState = 'raised' | 'upheld' | 'rejected'
export type DisputeCommand = 'uphold' | 'reject'

export const disputeMachine = {
  raised: {
    uphold: { to: 'upheld', event: 'DisputeUpheld' },
    reject: { to: 'rejected', event: 'DisputeRejected' },
  },
  upheld: {},
  rejected: {},
} satisfies Machine<DisputeState, DisputeCommand>

export const disputeStateWords: Record<DisputeState, string> = {
  raised: 'Raised, waits for an answer',
  upheld: 'Upheld',
  rejected: 'Rejected',
}
