import type { Machine } from '@/lib/platform/machine'
import type { SwitchState } from './switch'

export type SwitchCommand =
  | 'order'
  | 'load-trial'
  | 'start-checking'
  | 'reload'
  | 'load-final'
  | 'go-live'
  | 'roll-back'
  | 'close'
  | 'cancel'

/** Machine version 1, the first stage. A switch is opened (`SwitchOpened`) in `draft`; a later machine never moves this one's rows. */
export const switchMachine: Machine<SwitchState, SwitchCommand> = {
  draft: {
    order: { to: 'ordered', event: 'SwitchOrdered' },
    cancel: { to: 'cancelled', event: 'SwitchCancelled' },
  },
  ordered: {
    'load-trial': { to: 'trial-loaded', event: 'TrialLoaded' },
    cancel: { to: 'cancelled', event: 'SwitchCancelled' },
  },
  'trial-loaded': {
    'start-checking': { to: 'data-check', event: 'DataCheckStarted' },
    cancel: { to: 'cancelled', event: 'SwitchCancelled' },
  },
  'data-check': {
    reload: { to: 'trial-loaded', event: 'TrialReloaded' },
    'load-final': { to: 'loaded', event: 'FinalLoaded' },
    cancel: { to: 'cancelled', event: 'SwitchCancelled' },
  },
  loaded: {
    'go-live': { to: 'live', event: 'SwitchWentLive' },
    'roll-back': { to: 'rolled-back', event: 'SwitchRolledBack' },
  },
  live: {
    close: { to: 'closed', event: 'SwitchClosed' },
    'roll-back': { to: 'rolled-back', event: 'SwitchRolledBack' },
  },
  closed: {},
  'rolled-back': {},
  cancelled: {},
}
