import type { Machine } from '@/lib/platform/machine'
import type { ChangeState } from './change'

export type ChangeCommand =
  | 'check'
  | 'ask-funding'
  | 'fund'
  | 'sign-first'
  | 'sign'
  | 'record-notice'
  | 'make-effective'
  | 'reject'

/** A change is proposed (`ChangeProposed`) by either party. `sign-first`: one side has signed; `sign`: both have. */
export const changeMachine: Machine<ChangeState, ChangeCommand> = {
  proposed: {
    check: { to: 'impact-checked', event: 'ChangeImpactChecked' },
    reject: { to: 'rejected', event: 'ChangeRejected' },
  },
  'impact-checked': {
    'ask-funding': { to: 'impact-checked', event: 'ChangeFundingAsked' },
    fund: { to: 'funded', event: 'ChangeFunded' },
    reject: { to: 'rejected', event: 'ChangeRejected' },
  },
  funded: {
    'sign-first': { to: 'funded', event: 'ChangeSignedByOneSide' },
    sign: { to: 'signed', event: 'ChangeSigned' },
    'record-notice': { to: 'funded', event: 'ChangeNoticeRecorded' },
    reject: { to: 'rejected', event: 'ChangeRejected' },
  },
  signed: {
    'record-notice': { to: 'signed', event: 'ChangeNoticeRecorded' },
    'make-effective': { to: 'effective', event: 'ChangeEffective' },
    reject: { to: 'rejected', event: 'ChangeRejected' },
  },
  effective: {},
  rejected: {},
}
