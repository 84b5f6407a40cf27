import type { Machine } from '@/lib/platform/machine'
import type { CallOffCommand, CallOffState } from './call-off'

/** The module was removed for good: what nobody has signed yet ends. */
const voided = { to: 'void', event: 'CallOffVoided' } as const

/** From draft to signed (event of the beginning: CallOffDrafted). `complete` is the second of the two signatures. */
export const callOffMachine: Machine<CallOffState, CallOffCommand> = {
  draft: {
    'request-funding': { to: 'awaiting-funding', event: 'CallOffSubmitted' },
    'submit-without-cost': { to: 'funded', event: 'CallOffSubmitted' },
    delete: { to: 'deleted', event: 'CallOffDeleted' },
    void: voided,
  },
  'awaiting-funding': {
    release: { to: 'funded', event: 'CallOffFunded' },
    reopen: { to: 'draft', event: 'CallOffReopened' },
    void: voided,
  },
  funded: {
    issue: { to: 'signing', event: 'CallOffIssued' },
    'begin-standstill': { to: 'standstill', event: 'CallOffIssued' },
    reopen: { to: 'draft', event: 'CallOffReopened' },
    void: voided,
  },
  standstill: {
    'end-standstill': { to: 'signing', event: 'StandstillEnded' },
    reopen: { to: 'draft', event: 'CallOffReopened' },
    void: voided,
  },
  signing: {
    sign: { to: 'signing', event: 'CallOffSignedByOneSide' },
    complete: { to: 'signed', event: 'CallOffSigned' },
    refuse: { to: 'refused', event: 'CallOffRefused' },
    lapse: { to: 'lapsed', event: 'CallOffLapsed' },
    reopen: { to: 'draft', event: 'CallOffReopened' },
    void: voided,
  },
  signed: {},
  refused: {},
  lapsed: {},
  deleted: {},
  void: {},
}
