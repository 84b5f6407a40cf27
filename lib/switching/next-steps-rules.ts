import type { SwitchState } from './switch'
import { type SwitchCommand, switchMachine } from './switch-machine'

const waysBack: SwitchCommand[] = ['cancel', 'roll-back', 'reload']

/** Commands that lead on from a state; ways out and back are not steps. */
export function stepsFrom(state: SwitchState): SwitchCommand[] {
  return (Object.keys(switchMachine[state]) as SwitchCommand[]).filter((c) => !waysBack.includes(c))
}
