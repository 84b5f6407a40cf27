import type { Machine } from '@/lib/platform/machine'

/** A machine of the house as the READMEs print it and the matrix tests walk it. */
export type ListedMachine = {
  title: string
  /** The file that holds it; its room's README prints it. */
  file: string
  machine: Machine<string, string>
  /** How its noun comes into being: the command's file, the first state and the event it records. */
  starts: MachineStart[]
}
type MachineStart = { by: string; to: string; event: string }
