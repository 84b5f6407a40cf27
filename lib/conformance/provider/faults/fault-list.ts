import type { Fault } from '../behaviour'
import { accessFaults } from './access-faults'
import { appointmentFaults } from './appointment-faults'
import { capabilityFaults } from './capability-faults'
import { claimFaults } from './claim-faults'
import { dateFaults } from './date-faults'
import { documentFaults } from './document-faults'
import { errorFaults } from './error-faults'
import { exportFaults } from './export-faults'
import { headerFaults } from './header-faults'
import { methodFaults } from './method-faults'
import { migrationFaults } from './migration-faults'
import { plantedFaults } from './planted-faults'
import { recordFaults } from './record-faults'
import { ruleFaults } from './rule-faults'
import { searchFaults } from './search-faults'
import { tlsFaults } from './tls-faults'
import { tokenFaults } from './token-faults'
import { versionFaults } from './version-faults'
import { writeFaults } from './write-faults'

/** Every way to be wrong, by name. */
export const faults: Record<string, Fault> = {
  ...tlsFaults,
  ...capabilityFaults,
  ...headerFaults,
  ...accessFaults,
  ...tokenFaults,
  ...claimFaults,
  ...errorFaults,
  ...methodFaults,
  ...searchFaults,
  ...dateFaults,
  ...writeFaults,
  ...versionFaults,
  ...recordFaults,
  ...plantedFaults,
  ...appointmentFaults,
  ...exportFaults,
  ...migrationFaults,
  ...ruleFaults,
  ...documentFaults,
}

/** @throws Error that names the faults there are. */
export function faultNamed(name: string): Fault {
  const fault = Object.hasOwn(faults, name) ? faults[name] : undefined
  if (!fault) throw new Error(`No fault is named ${name}. There are: ${Object.keys(faults).join(', ')}`)
  return fault
}
