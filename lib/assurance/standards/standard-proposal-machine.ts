import type { Machine } from '@/lib/platform/machine'
import type { ProposalState } from '../decisions/decision-machine'

export type StandardProposalCommand = 'second-publication' | 'second-rescheduling' | 'second-withdrawal' | 'lapse'

/** A proposal about a standard version goes the way of every other: made by a second officer, or lapsed (2P). */
export const standardProposalMachine = {
  proposed: {
    'second-publication': { to: 'made', event: 'StandardVersionPublished' },
    'second-rescheduling': { to: 'made', event: 'StandardVersionRescheduled' },
    'second-withdrawal': { to: 'made', event: 'StandardVersionWithdrawn' },
    lapse: { to: 'lapsed', event: 'StandardProposalLapsed' },
  },
  made: {},
  lapsed: {},
} satisfies Machine<ProposalState, StandardProposalCommand>
