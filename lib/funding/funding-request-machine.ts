import type { Machine } from '@/lib/platform/machine'
import type { FundingCommand, FundingState } from './funding-request'

/** The life of a funding request; a request begins by being submitted (event FundingRequested). */
export const fundingMachine: Machine<FundingState, FundingCommand> = {
  submitted: {
    approve: { to: 'approved', event: 'FundingApproved' },
    decline: { to: 'declined', event: 'FundingDeclined' },
    withdraw: { to: 'withdrawn', event: 'FundingWithdrawn' },
    void: { to: 'voided', event: 'FundingVoided' },
  },
  approved: { void: { to: 'voided', event: 'FundingVoided' } },
  declined: {},
  withdrawn: {},
  voided: {},
}
