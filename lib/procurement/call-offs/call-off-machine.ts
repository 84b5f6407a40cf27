import type { Machine } from '@/lib/platform/machine'
import type { CallOffCommand, CallOffState } from './call-off'

/** From draft to signed (event of the beginning: CallOffDrafted). `complete` is the second of the two signatures. */
export const callOffMachine: Machine<CallOffState, CallOffCommand> = {
  draft: { 'request-funding': { to: 'awaiting-funding', event: 'CallOffSubmitted' } },
  'awaiting-funding': {
    release: { to: 'funded', event: 'CallOffFunded' },
    reopen: { to: 'draft', event: 'CallOffReopened' },
  },
  funded: { issue: { to: 'signing', event: 'CallOffIssued' }, reopen: { to: 'draft', event: 'CallOffReopened' } },
  signing: {
    sign: { to: 'signing', event: 'CallOffSignedByOneSide' },
    complete: { to: 'signed', event: 'CallOffSigned' },
    refuse: { to: 'refused', event: 'CallOffRefused' },
    reopen: { to: 'draft', event: 'CallOffReopened' },
  },
  signed: {},
  refused: {},
}
