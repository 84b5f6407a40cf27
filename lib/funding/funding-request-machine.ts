import type { Edge, Machine } from '@/lib/platform/machine'
import type { FundingCommand, FundingState } from './funding-request'

const withdraw: Edge<FundingState> = { to: 'withdrawn', event: 'FundingWithdrawn' }
const voided: Edge<FundingState> = { to: 'voided', event: 'FundingVoided' }
const deciding = {
  approve: { to: 'approved', event: 'FundingApproved' },
  decline: { to: 'declined', event: 'FundingDeclined' },
  return: { to: 'returned', event: 'FundingReturned' },
  withdraw,
  void: voided,
} satisfies Partial<Record<FundingCommand, Edge<FundingState>>>

/** The life of a funding request; a request begins by being submitted (event FundingRequested). */
export const fundingMachine: Machine<FundingState, FundingCommand> = {
  submitted: { recommend: { to: 'recommended', event: 'FundingRecommended' }, ...deciding },
  recommended: deciding,
  returned: { submit: { to: 'submitted', event: 'FundingRequested' }, withdraw, void: voided },
  approved: { lapse: { to: 'lapsed', event: 'FundingLapsed' }, void: voided },
  declined: { appeal: { to: 'submitted', event: 'FundingAppealed' } },
  withdrawn: {},
  lapsed: {},
  voided: {},
}
