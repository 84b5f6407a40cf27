import type { Machine } from '@/lib/platform/machine'
import type { FullCommand } from './full-switch-machine'
import type { firstStageStates } from './switch'

export type FirstStageCommand =
  | 'order'
  | 'load-trial'
  | 'start-checking'
  | 'reload'
  | 'load-final'
  | 'go-live'
  | 'roll-back'
  | 'close'
  | 'cancel'
export type SwitchCommand = FullCommand

type FirstStageState = (typeof firstStageStates)[number]

/** Machine version 1, the first stage. A switch is opened (`SwitchOpened`) in `draft`; the later machine never moves this one's rows. */
export const switchMachine: Machine<FirstStageState, FirstStageCommand> = {
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
