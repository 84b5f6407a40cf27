import type { Machine } from '@/lib/platform/machine'

/** A proposal is made into a decision by a second officer; the event says what was decided. */
export type ProposalState = 'proposed' | 'made'
export type ProposalCommand = 'second-suspension' | 'second-lifting'

export const proposalMachine = {
  proposed: {
    'second-suspension': { to: 'made', event: 'ModuleSuspended' },
    'second-lifting': { to: 'made', event: 'SuspensionLifted' },
  },
  made: {},
} satisfies Machine<ProposalState, ProposalCommand>

export const proposalStateWords: Record<ProposalState, string> = { proposed: 'Proposed', made: 'Made' }
