import type { Actor } from '@/lib/platform/actor'
import type { Decision } from '@/lib/platform/decision'
import { edgeOf } from './machine-of-rules'
import { between, type Switch, type SwitchState } from './switch'
import type { SwitchCommand } from './switch-machine'
import * as policy from './switch-policy'

/** Acts that add a fact without moving the switch, and the states in which they are open: first stage, then version 2. */
const factStates = {
  'name-person': [
    ['draft', 'ordered', 'trial-loaded', 'data-check', 'loaded', 'live'],
    [...between('draft', 'legacy-read-only'), 'on-hold', 'remediation'],
  ],
  'bind-contract': [[], ['draft', 'case']],
  'register-key': [['draft', 'ordered', 'trial-loaded', 'data-check', 'loaded'], between('draft', 'live')],
  'revoke-key': [['draft', 'ordered', 'trial-loaded', 'data-check', 'loaded'], between('draft', 'live')],
  'trial-manifest': [
    ['ordered', 'trial-loaded', 'data-check'],
    ['preparing', 'trial-loaded', 'data-check'],
  ],
  'final-manifest': [
    ['data-check', 'loaded'],
    ['frozen', 'loaded', 'remediation'],
  ],
  'day-1-manifest': [[], ['live', 'remediation']],
  'day-5-manifest': [[], ['live', 'remediation']],
  'day-20-manifest': [[], ['live', 'remediation']],
  'reverse-manifest': [[], ['live']],
  'trial-report': [
    ['trial-loaded', 'data-check'],
    ['trial-loaded', 'data-check'],
  ],
  'final-report': [['loaded'], ['loaded', 'remediation']],
  'post-live-report': [[], ['live', 'remediation']],
  'reverse-report': [[], ['live']],
  'accept-difference': [['data-check'], ['data-check']],
  'sign-gate': [
    ['data-check', 'loaded'],
    ['draft', 'case', 'ordered', 'preparing', 'data-check', 'cutover-ready', 'loaded', 'live', 'legacy-read-only'],
  ],
  'propose-roll-back': [
    ['loaded', 'live'],
    ['frozen', 'loaded', 'live'],
  ],
  'certify-deletion': [['live'], ['legacy-read-only']],
  'ask-to-cancel': [[], between('draft', 'cutover-ready')],
  'assess-hazard': [[], [...between('draft', 'legacy-read-only'), 'remediation']],
  'plan-service': [[], between('draft', 'cutover-ready')],
  'take-off': [[], between('cutover-ready', 'frozen')],
  'prove-service': [[], ['loaded']],
  'log-slip': [[], [...between('frozen', 'live'), 'remediation']],
  'reserve-capacity': [[], between('draft', 'cutover-ready')],
  'open-part': [[], between('draft', 'preparing')],
} satisfies Record<string, [SwitchState[], SwitchState[]]>
export type FactAct = keyof typeof factStates

type OfMachine = Pick<Switch, 'machineVersion'>

/** The states in which an act is open on the machine of this switch. */
export const statesOf = (act: FactAct, of: OfMachine): SwitchState[] =>
  of.machineVersion === 1 ? factStates[act][0] : factStates[act][1]

export const isOpen = (act: FactAct, of: OfMachine & Pick<Switch, 'state'>): boolean =>
  statesOf(act, of).includes(of.state)

type Question = (actor: Actor, of: Switch, people: policy.People) => Decision
const moves: Record<SwitchCommand, Question> = {
  'make-case': policy.mayRunSwitch,
  order: policy.mayOrderSwitch,
  mobilise: policy.mayDeliver,
  prepare: policy.mayDeliver,
  'load-trial': policy.mayLoad,
  'start-checking': policy.mayRunSwitch,
  reload: policy.mayLoad,
  'accept-data': (actor, of, people) => policy.maySignAs(actor, of, people, 'clinical-lead'),
  freeze: policy.mayFreeze,
  'load-final': policy.mayLoad,
  'go-live': policy.mayRunSwitch,
  settle: policy.mayRunSwitch,
  close: policy.mayCloseSwitch,
  hold: policy.mayRunSwitch,
  resume: policy.mayRunSwitch,
  'roll-back': policy.mayRollBack,
  cancel: policy.mayCancelSwitch,
  remediate: (actor, of, people) => policy.maySignAs(actor, of, people, 'clinical-safety-officer'),
  remedied: (actor, of, people) => policy.maySignAs(actor, of, people, 'clinical-safety-officer'),
  restart: policy.mayRunSwitch,
}

/** Whether this actor may ever give the command. */
export const mayMove = (actor: Actor, of: Switch, people: policy.People, command: SwitchCommand): Decision =>
  moves[command](actor, of, people)

/** The same, and the machine knows it in this state. What the gate still lacks is another matter. */
export const mayMoveNow = (actor: Actor, of: Switch, people: policy.People, command: SwitchCommand): boolean =>
  edgeOf(of, command) !== undefined && mayMove(actor, of, people, command).allowed
