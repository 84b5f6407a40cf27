import type { Machine } from '@/lib/platform/machine'
import type { ProposalCommand, ProposalState } from './proposal'

/** One field that a supplier proposes (event of the beginning: TermsProposed). */
export const proposalMachine: Machine<ProposalState, ProposalCommand> = {
  open: {
    accept: { to: 'accepted', event: 'TermAccepted' },
    reject: { to: 'rejected', event: 'TermRejected' },
    withdraw: { to: 'withdrawn', event: 'TermWithdrawn' },
  },
  accepted: {},
  rejected: {},
  withdrawn: {},
}
