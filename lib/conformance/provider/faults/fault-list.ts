import type { Fault } from '../behaviour'
import { accessFaults } from './access-faults'
import { appointmentFaults } from './appointment-faults'
import { capabilityFaults } from './capability-faults'
import { errorFaults } from './error-faults'
import { exportFaults } from './export-faults'
import { headerFaults } from './header-faults'
import { recordFaults } from './record-faults'
import { searchFaults } from './search-faults'
import { writeFaults } from './write-faults'

/** Every way to be wrong, by name. */
export const faults: Record<string, Fault> = {
  ...capabilityFaults,
  ...headerFaults,
  ...accessFaults,
  ...errorFaults,
  ...searchFaults,
  ...writeFaults,
  ...recordFaults,
  ...appointmentFaults,
  ...exportFaults,
}

/** @throws Error that names the faults there are. */
export function faultNamed(name: string): Fault {
  const fault = Object.hasOwn(faults, name) ? faults[name] : undefined
  if (!fault) throw new Error(`No fault is named ${name}. There are: ${Object.keys(faults).join(', ')}`)
  return fault
}
