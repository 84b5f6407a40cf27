import type { Machine } from '@/lib/platform/machine'
import type { EpicProposalState } from './epic-proposal'

export type EpicProposalCommand = 'activate' | 'refuse' | 'withdraw'

/** A supplier proposes, a curator puts into force or refuses (CAP-3). */
export const epicProposalMachine = {
  proposed: {
    activate: { to: 'activated', event: 'EpicActivated' },
    refuse: { to: 'refused', event: 'EpicRefused' },
    withdraw: { to: 'withdrawn', event: 'EpicProposalWithdrawn' },
  },
  activated: {},
  refused: {},
  withdrawn: {},
} satisfies Machine<EpicProposalState, EpicProposalCommand>
