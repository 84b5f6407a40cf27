import type { Machine } from '@/lib/platform/machine'
import type { FindingState } from './finding-proposal'

export type FindingCommand = 'sign' | 'send-back'

/** A finding proves nothing until a reviewer has signed it; one sent back is made anew. */
export const findingProposalMachine = {
  found: {
    sign: { to: 'signed', event: 'FindingSigned' },
    'send-back': { to: 'sent-back', event: 'FindingSentBack' },
  },
  signed: {},
  'sent-back': {},
} satisfies Machine<FindingState, FindingCommand>
