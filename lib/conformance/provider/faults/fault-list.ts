import type { Fault } from '../behaviour'

/** Every way to be wrong, by name. */
export const faults: Record<string, Fault> = {}

/** @throws Error that names the faults there are. */
export function faultNamed(name: string): Fault {
  const fault = Object.hasOwn(faults, name) ? faults[name] : undefined
  if (!fault) throw new Error(`No fault is named ${name}. There are: ${Object.keys(faults).join(', ')}`)
  return fault
}
