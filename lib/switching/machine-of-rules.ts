import { type FullCommand, fullSwitchMachine, stateBefore } from './full-switch-machine'
import type { Switch, SwitchState } from './switch'
import { switchMachine } from './switch-machine'

type Moving = Pick<Switch, 'machineVersion' | 'state' | 'stateBefore'>
type Table = Record<string, Partial<Record<FullCommand, { to: string; event: string }>> | undefined>

/** The table that moves this row: a switch ends on the machine on which it began. */
export const machineOf = (machineVersion: number): Table => (machineVersion === 1 ? switchMachine : fullSwitchMachine)

/** Where a command leads this switch and what it records; undefined where its machine has no such move. */
export function edgeOf(of: Moving, command: FullCommand): { to: SwitchState; event: string } | undefined {
  const edge = machineOf(of.machineVersion)[of.state]?.[command]
  if (!edge) return undefined
  const to = edge.to === stateBefore ? of.stateBefore : (edge.to as SwitchState)
  return to ? { to, event: edge.event } : undefined
}

type Side = { stateBefore: SwitchState | null; heldAt: Date | null }

/** What a move changes beside the state: a side state remembers where it began, and a hold since when. */
export function sideOf(from: SwitchState, to: SwitchState, now: Date): Side {
  const aside = to === 'on-hold' || to === 'remediation'
  return { stateBefore: aside ? from : null, heldAt: to === 'on-hold' ? now : null }
}

/** Ways out, back and aside: no steps that lead on. */
const asides: FullCommand[] = ['cancel', 'roll-back', 'reload', 'hold', 'remediate']

/** Commands that lead on from where a switch stands. */
export function stepsOf(of: Moving): FullCommand[] {
  const edges = machineOf(of.machineVersion)[of.state] ?? {}
  return (Object.keys(edges) as FullCommand[]).filter((command) => !asides.includes(command))
}
