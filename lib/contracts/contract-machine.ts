import type { Machine } from '@/lib/platform/machine'
import type { ContractState } from './contract'

export type ContractCommand =
  | 'start'
  | 'near-notice'
  | 'extend'
  | 'give-notice'
  | 'sign-rescission'
  | 'rescind'
  | 'terminate'
  | 'expire'
  | 'hold-over'
  | 'start-exit'
  | 'tick'
  | 'close'

/** A contract is made (`ContractMade`) in `mobilising`, or recorded (`ContractRecorded`) in `live` where it ran before the portal. */
export const contractMachine: Machine<ContractState, ContractCommand> = {
  mobilising: {
    start: { to: 'live', event: 'ContractWentLive' },
    'near-notice': { to: 'expiring', event: 'NoticeDateNear' },
    'give-notice': { to: 'terminating', event: 'NoticeGiven' },
  },
  live: {
    'near-notice': { to: 'expiring', event: 'NoticeDateNear' },
    'give-notice': { to: 'terminating', event: 'NoticeGiven' },
  },
  expiring: {
    extend: { to: 'live', event: 'ContractExtended' },
    'give-notice': { to: 'terminating', event: 'NoticeGiven' },
    expire: { to: 'expired', event: 'ContractExpired' },
  },
  terminating: {
    'sign-rescission': { to: 'terminating', event: 'RescissionSigned' },
    rescind: { to: 'live', event: 'NoticeRescinded' },
    terminate: { to: 'terminated', event: 'ContractTerminated' },
  },
  terminated: { 'start-exit': { to: 'exiting', event: 'ExitStarted' } },
  expired: {
    'hold-over': { to: 'held-over', event: 'ContractHeldOver' },
    'start-exit': { to: 'exiting', event: 'ExitStarted' },
  },
  'held-over': { 'start-exit': { to: 'exiting', event: 'ExitStarted' } },
  exiting: {
    tick: { to: 'exiting', event: 'ExitItemDone' },
    close: { to: 'closed', event: 'ContractClosed' },
  },
  closed: {},
}
