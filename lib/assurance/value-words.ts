import type { Value } from './requirement-value-rules'

/** The values in a reader's words. */
export const valueWords: Record<Value, string> = {
  NOT_APPLICABLE: 'not applicable',
  MET: 'met',
  MET_MACHINE: 'met, shown by machine',
  WAIVED: 'waived',
  WORK_OFF: 'being worked off',
  LAPSED: 'lapsed',
  UNKNOWN: 'not assessed',
  BREACHED: 'breached',
}
