import type { Actor } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { Switch, SwitchState } from '../switch'
import { mayCloseSwitch, mayRunSwitch, type People, standsAs } from '../switch-policy'

/** The last state before a switch is closed, on each machine. */
export const sealStates = ({ machineVersion }: Pick<Switch, 'machineVersion'>): SwitchState[] =>
  machineVersion === 1 ? ['live'] : ['legacy-read-only']

/** Who runs the switch, and the commissioner who closes it. */
export function maySealEvidence(actor: Actor, of: Switch, people: People): Decision {
  const able =
    mayRunSwitch(actor, of).allowed ||
    mayCloseSwitch(actor, of).allowed ||
    standsAs(actor, of, people, 'funding-approver')
  return able ? allow : deny('Only the practice manager and the commissioner can seal the evidence')
}
