import { ruleRows, ruleStrength } from '../checks/rules/rule-rows'
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
  line('CAP-03', 'What is declared is offered, and what is needed is declared', 'ISNFR03', 'PARTIAL'),
  line('HDR-01', 'Answers are FHIR JSON', 'GPC/security', 'PARTIAL'),
  line('HDR-02', 'Clinical answers are not kept by caches', 'GPC/security', 'PARTIAL'),
  line('TLS-01', 'The connection is TLS 1.2 or newer', 'GPC/security', 'PARTIAL'),
  line('TLS-02', 'The certificate is vouched for, and is for this host', 'GPC/security', 'PARTIAL'),
  line('TLS-03', 'The certificate has not expired, and does not soon', 'GPC/security', 'PARTIAL'),
  line('TLS-04', 'No weak cipher is agreed on', 'GPC/security', 'BLOCK'),
  line('TLS-05', 'Callers are told to come by TLS alone', 'GPC/security', 'PARTIAL'),
  line('AUTH-01', 'Nothing is answered without a valid token', 'GPC/security', 'BLOCK'),
  line('AUTH-02', 'A token that has expired, or is for something else, opens nothing', 'GPC/security', 'BLOCK'),
  line('JWT-01', 'A token says who issued it', 'GPC/jwt', 'BLOCK'),
  line('JWT-02', 'A token says for whom it was issued', 'GPC/jwt', 'BLOCK'),
  line('JWT-03', 'A token is for this endpoint', 'GPC/jwt', 'BLOCK'),
  line('JWT-04', 'A token is good for five minutes', 'GPC/jwt', 'BLOCK'),
  line('JWT-05', 'A token says why', 'GPC/jwt', 'BLOCK'),
  line('JWT-06', 'A token says what it is to reach', 'GPC/jwt', 'BLOCK'),
  line('JWT-07', 'A token says with which system', 'GPC/jwt', 'BLOCK'),
  line('JWT-08', 'A token says for which organisation', 'GPC/jwt', 'BLOCK'),
  line('JWT-09', 'A token says which person asks', 'GPC/jwt', 'BLOCK'),
  line('SMART-01', 'SMART configuration with PKCE', 'S54', 'FULL'),
  line('ERR-01', 'Errors are told as OperationOutcome and show no internals', 'GPC/error-handling', 'BLOCK'),
  line('ERR-02', 'An unknown parameter is refused', 'GPC/error-handling', 'BLOCK'),
  line('ERR-03', 'An invalid resource is refused', 'GPC/error-handling', 'BLOCK', true),
  line('ERR-04', 'What is no JSON is refused, and changes nothing', 'GPC/error-handling', 'BLOCK', true),
  line('ERR-05', 'A method that is not offered is refused', 'GPC/error-handling', 'BLOCK'),
  line('SRCH-01', 'An NHS number finds exactly that patient', 'GPC/find-patient', 'PARTIAL'),
  line('SRCH-02', 'Dates find what lies where they say', 'ISNFR03', 'PARTIAL'),
  line('SRCH-03', 'A search by POST finds what one by GET finds', 'GPC/find-patient', 'PARTIAL'),
  line('PAGE-01', 'Pages give each item once', 'FHIR http', 'PARTIAL'),
  line('WRT-01', 'What is written is what is read', 'S26', 'PARTIAL', true),
  line('WRT-02', 'Nobody overwrites what they have not seen', 'S26', 'PARTIAL', true),
  line('VER-01', 'Versions are named alike everywhere, and stay', 'FHIR http', 'PARTIAL'),
  line('REC-01', 'A structured record holds the asked patient alone', 'GPCARS01', 'BLOCK'),
  line('REC-02a', 'An invalid NHS number is refused', 'GPCARS01', 'BLOCK'),
  line('REC-02b', 'An unknown NHS number is not found', 'GPCARS01', 'BLOCK'),
  line('REC-03', 'What is planted stands in the record, whole', 'GPCARS01', 'BLOCK', true),
  line('APT-01', 'Free slots are those of the range that was asked for', 'GPC/appointments', 'PARTIAL'),
  line('APT-03', 'An appointment is booked', 'GPC/appointments', 'PARTIAL', true),
  line('APT-04', 'A slot is booked once', 'GPC/appointments', 'PARTIAL', true),
  line('APT-05', 'A booking is amended, and cancelled', 'GPC/appointments', 'PARTIAL', true),
  line('APT-06', 'Of several at once, one gets the slot', 'GPC/appointments', 'PARTIAL', true),
  line('DOC-01', 'Documents are those of the asked patient, as described', 'GPC/documents', 'PARTIAL'),
  line('EXP-01', 'An export holds every patient', 'S26, S47', 'PARTIAL'),
  line('EXP-02', 'The export is what the interface gives, resource by resource', 'S26, S47', 'PARTIAL'),
  line('MIG-01', 'What was exported can be imported, and is exported again as it was', 'S26, S47', 'PARTIAL', true),
  line('PERF-01', 'Queries answer in time', 'GPC/performance', 'PARTIAL'),
  line('PERF-02', 'Queries answer within three seconds when several come at once', 'GPC/performance', 'PARTIAL'),
  ...ruleRows.map(({ id, title, requirement }) => line(id, title, requirement, ruleStrength)),
]

/** How far a check proves what it speaks to; undefined for an id that no suite has. */
export const strengthOf = (check: string): Strength | undefined => suiteTable.find(({ id }) => id === check)?.strength
