import { stepsOf } from '../machine-of-rules'
import { commandTitle } from '../status-rules'
import type { Switch, SwitchRole, SwitchState } from '../switch'

/** Columns of the board: stretches of the way that a commissioner asks about. */
export const stages = {
  case: { title: 'Case', states: ['draft', 'case'] },
  order: { title: 'Ordered', states: ['ordered', 'mobilised'] },
  trial: { title: 'Trial load', states: ['preparing', 'trial-loaded'] },
  check: { title: 'Data check', states: ['data-check', 'cutover-ready'] },
  cutover: { title: 'Cut-over', states: ['frozen', 'loaded'] },
  live: { title: 'Live', states: ['live', 'legacy-read-only'] },
  aside: { title: 'Stands still', states: ['on-hold', 'remediation', 'rolled-back'] },
  ended: { title: 'Ended', states: ['closed', 'cancelled'] },
} as const satisfies Record<string, { title: string; states: SwitchState[] }>
export type Stage = keyof typeof stages

export const stageOf = (state: SwitchState): Stage =>
  (Object.keys(stages) as Stage[]).find((stage) => (stages[stage].states as readonly SwitchState[]).includes(state))!

const movers: Record<string, SwitchRole> = {
  'make-case': 'practice-manager',
  order: 'practice-manager',
  mobilise: 'delivery-partner',
  prepare: 'delivery-partner',
  'load-trial': 'gaining-signatory',
  'start-checking': 'practice-manager',
  'accept-data': 'clinical-lead',
  freeze: 'losing-signatory',
  'load-final': 'gaining-signatory',
  'go-live': 'practice-manager',
  settle: 'practice-manager',
  close: 'funding-approver',
  resume: 'practice-manager',
  remedied: 'clinical-safety-officer',
  restart: 'practice-manager',
}

/** The next move of a switch and who gives it (design §3); undefined where it has ended. */
export function nextAct(of: Pick<Switch, 'machineVersion' | 'state' | 'stateBefore'>) {
  const [command] = stepsOf(of)
  const role = command && movers[command]
  return role ? { title: commandTitle(command), role } : undefined
}
