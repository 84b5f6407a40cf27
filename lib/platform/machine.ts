/**
 * A machine is a table: state × command → the next state, and the event that stands in the history.
 * It guards nothing and reads nothing; policies and rules decide whether a legal move is allowed.
 */
export type Edge<State extends string> = { to: State; event: string }
export type Machine<State extends string, Command extends string> = Record<State, Partial<Record<Command, Edge<State>>>>

/** The edge for `command` in `state`, or undefined where the machine has none: then nothing may move. */
export function next<State extends string, Command extends string>(
  machine: Machine<State, Command>,
  state: State,
  command: Command,
): Edge<State> | undefined {
  return machine[state]?.[command]
}

export type MachineRow = { state: string; command: string; to: string; event: string }

/** Every edge of a machine, in the order of its table: what `npm run states` prints and the matrix tests walk. */
export function edgesOf(machine: Machine<string, string>): MachineRow[] {
  return Object.entries(machine).flatMap(([state, edges]) =>
    Object.entries(edges).flatMap(([command, edge]) =>
      edge ? [{ state, command, to: edge.to, event: edge.event }] : [],
    ),
  )
}

/** States that no path of commands reaches from `start`: the matrix tests expect none. */
export function unreachableStates(machine: Machine<string, string>, start: string): string[] {
  const reached = new Set([start])
  for (const state of reached) for (const edge of Object.values(machine[state] ?? {})) if (edge) reached.add(edge.to)
  return Object.keys(machine).filter((state) => !reached.has(state))
}
