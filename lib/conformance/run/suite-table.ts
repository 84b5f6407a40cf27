import type { Strength } from '../evidence/bundle'

/** A check as a register names it, without the code that performs it. Ids are permanent (CK-06). */
export type SuiteLine = { id: string; title: string; requirement: string; strength: Strength; writes: boolean }

const line = (id: string, title: string, requirement: string, strength: Strength, writes = false): SuiteLine => ({
  id,
  title,
  requirement,
  strength,
  writes,
})

/** The checks of `core-r4`, in their order (assurance §11). */
export const suiteTable: SuiteLine[] = [
  line('CAP-01', 'The endpoint says what it is', 'GPC/foundations', 'FULL'),
  line('CAP-02', 'Every declared search parameter works', 'ISNFR03', 'PARTIAL'),
  line('HDR-01', 'Answers are FHIR JSON', 'GPC/security', 'PARTIAL'),
  line('HDR-02', 'Clinical answers are not kept by caches', 'GPC/security', 'PARTIAL'),
  line('AUTH-01', 'Nothing is answered without a valid token', 'GPC/security', 'BLOCK'),
  line('SMART-01', 'SMART configuration with PKCE', 'S54', 'FULL'),
  line('ERR-01', 'Errors are told as OperationOutcome and show no internals', 'GPC/error-handling', 'BLOCK'),
  line('ERR-02', 'An unknown parameter is refused', 'GPC/error-handling', 'BLOCK'),
  line('ERR-03', 'An invalid resource is refused', 'GPC/error-handling', 'BLOCK', true),
  line('SRCH-01', 'An NHS number finds exactly that patient', 'GPC/find-patient', 'PARTIAL'),
  line('PAGE-01', 'Pages give each item once', 'FHIR http', 'PARTIAL'),
  line('WRT-01', 'What is written is what is read', 'S26', 'PARTIAL', true),
  line('REC-01', 'A structured record holds the asked patient alone', 'GPCARS01', 'BLOCK'),
  line('REC-02a', 'An invalid NHS number is refused', 'GPCARS01', 'BLOCK'),
  line('REC-02b', 'An unknown NHS number is not found', 'GPCARS01', 'BLOCK'),
  line('APT-03', 'An appointment is booked', 'GPC/appointments', 'PARTIAL', true),
  line('APT-04', 'A slot is booked once', 'GPC/appointments', 'PARTIAL', true),
  line('EXP-01', 'An export holds every patient', 'S26, S47', 'PARTIAL'),
  line('PERF-01', 'Queries answer in time', 'GPC/performance', 'PARTIAL'),
]

/** How far a check proves what it speaks to; undefined for an id that no suite has. */
export const strengthOf = (check: string): Strength | undefined => suiteTable.find(({ id }) => id === check)?.strength
