import type { SwitchState } from './switch'

export type FullCommand =
  | 'make-case'
  | 'order'
  | 'mobilise'
  | 'prepare'
  | 'load-trial'
  | 'start-checking'
  | 'reload'
  | 'accept-data'
  | 'freeze'
  | 'load-final'
  | 'go-live'
  | 'settle'
  | 'close'
  | 'hold'
  | 'resume'
  | 'cancel'
  | 'roll-back'
  | 'remediate'
  | 'remedied'
  | 'restart'

/** A side state ends where it began: the row says where. */
export const stateBefore = 'state before'
export type FullEdge = { to: SwitchState | typeof stateBefore; event: string }

const hold: FullEdge = { to: 'on-hold', event: 'SwitchHeld' }
const cancel: FullEdge = { to: 'cancelled', event: 'SwitchCancelled' }
const rollBack: FullEdge = { to: 'rolled-back', event: 'SwitchRolledBack' }
const remediate: FullEdge = { to: 'remediation', event: 'RemediationStarted' }

/**
 * Machine version 2: the whole way of a switch (design §3). Every edge has its gate in `gates/gate-table-rules.ts`. From
 * `frozen` there is no edge to `live`: without a proven final load nobody goes live.
 */
export const fullSwitchMachine: Record<SwitchState, Partial<Record<FullCommand, FullEdge>>> = {
  draft: { 'make-case': { to: 'case', event: 'SwitchCaseMade' }, hold, cancel },
  case: { order: { to: 'ordered', event: 'SwitchOrdered' }, hold, cancel },
  ordered: { mobilise: { to: 'mobilised', event: 'SwitchMobilised' }, hold, cancel },
  mobilised: { prepare: { to: 'preparing', event: 'SwitchPreparing' }, hold, cancel },
  preparing: { 'load-trial': { to: 'trial-loaded', event: 'TrialLoaded' }, hold, cancel },
  'trial-loaded': { 'start-checking': { to: 'data-check', event: 'DataCheckStarted' }, hold, cancel },
  'data-check': {
    'accept-data': { to: 'cutover-ready', event: 'DataAccepted' },
    reload: { to: 'trial-loaded', event: 'TrialReloaded' },
    hold,
    cancel,
  },
  'cutover-ready': { freeze: { to: 'frozen', event: 'RecordsFrozen' }, hold, cancel },
  frozen: { 'load-final': { to: 'loaded', event: 'FinalLoaded' }, 'roll-back': rollBack },
  loaded: { 'go-live': { to: 'live', event: 'SwitchWentLive' }, 'roll-back': rollBack, remediate },
  live: { settle: { to: 'legacy-read-only', event: 'LegacyStarted' }, 'roll-back': rollBack, remediate },
  'legacy-read-only': { close: { to: 'closed', event: 'SwitchClosed' } },
  closed: {},
  'on-hold': { resume: { to: stateBefore, event: 'SwitchResumed' } },
  remediation: { remedied: { to: stateBefore, event: 'RemediationEnded' } },
  'rolled-back': { restart: { to: 'preparing', event: 'SwitchRestarted' } },
  cancelled: {},
}
