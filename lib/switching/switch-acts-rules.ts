import type { Actor } from '@/lib/platform/actor'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import type { Switch, SwitchState } from './switch'
import { type SwitchCommand, switchMachine } from './switch-machine'
import * as policy from './switch-policy'

/** Acts that add a fact without moving the switch, and the states in which they are open. */
export const factStates = {
  'name-person': ['draft', 'ordered', 'trial-loaded', 'data-check', 'loaded', 'live'],
  'register-key': ['draft', 'ordered', 'trial-loaded', 'data-check', 'loaded'],
  'revoke-key': ['draft', 'ordered', 'trial-loaded', 'data-check', 'loaded'],
  'trial-manifest': ['ordered', 'trial-loaded', 'data-check'],
  'final-manifest': ['data-check', 'loaded'],
  'trial-report': ['trial-loaded', 'data-check'],
  'final-report': ['loaded'],
  'accept-difference': ['data-check'],
  'sign-G7': ['data-check'],
  'sign-G10': ['loaded'],
  'propose-roll-back': ['loaded', 'live'],
  'certify-deletion': ['live'],
} satisfies Record<string, SwitchState[]>
export type FactAct = keyof typeof factStates

export const isOpen = (act: FactAct, state: SwitchState): boolean =>
  (factStates[act] as readonly SwitchState[]).includes(state)

const moves: Record<SwitchCommand, (actor: Actor, of: Switch, people: policy.People) => Decision> = {
  order: policy.mayOrderSwitch,
  'load-trial': policy.mayLoad,
  'start-checking': policy.mayRunSwitch,
  reload: policy.mayLoad,
  'load-final': policy.mayLoad,
  'go-live': policy.mayRunSwitch,
  'roll-back': policy.mayRollBack,
  close: policy.mayCloseSwitch,
  cancel: policy.mayCancelSwitch,
}

/** Whether this actor may ever give the command, and the machine knows it in this state. What the gate still lacks is another matter. */
export const mayMoveNow = (actor: Actor, of: Switch, people: policy.People, command: SwitchCommand): boolean =>
  next(switchMachine, of.state, command) !== undefined && moves[command](actor, of, people).allowed
