import { readPath, type Step } from './rule-path'
import type { Rule } from './rule-schema'

/** RU-04: fields of every resource that no rule may take away or change. */
const ofAll = ['resourceType', 'subject', 'patient', 'for', 'beneficiary']
const medication = [
  'medicationCodeableConcept',
  'medicationReference',
  'medication',
  'dosageInstruction',
  'dosage',
  'dispenseRequest.quantity',
  'quantity',
  'status',
  // The medication itself may be contained.
  'contained',
]
/** RU-04, type by type. */
const ofType: Record<string, string[]> = {
  Patient: ['identifier'],
  AllergyIntolerance: ['code.coding', 'clinicalStatus', 'verificationStatus', 'status'],
  MedicationRequest: medication,
  MedicationStatement: medication,
  MedicationDispense: medication,
  MedicationAdministration: medication,
  MedicationOrder: medication,
  Medication: ['code', 'status'],
  Consent: ['provision', 'except', 'status'],
  Appointment: ['participant.actor'],
  AppointmentResponse: ['actor'],
}
/** Where attachments stand, with the hash and the size of each. */
const attachments = /^(content|payload|photo|presentedForm|attachment|data|.*Attachment)$/
const ofAttachment = ['hash', 'size', '_hash', '_size']

/**
 * RU-04: why this rule may not be, or undefined. A rule that takes away, renames, replaces, scales or reorders must keep off
 * protected paths, what stands above them and what stands below; `map-code` and `unit` may touch them, and it shows as
 * explained. `types` are all names that rules give to the resources of the rule's type: a new name is no way round.
 */
export function protectionProblem(rule: Rule, types: string[], nhsNumberSystems: string[]): string | undefined {
  if (rule.kind === 'map-code' || rule.kind === 'unit' || rule.kind === 'type') return undefined
  const steps = readPath(rule.path)
  const paths = [steps]
  if (rule.kind === 'rename') paths.push([...steps.slice(0, -1), { field: rule.to }])
  const lists = rule.type === '*' ? Object.values(ofType).flat() : types.flatMap((type) => ofType[type] ?? [])
  for (const path of paths) {
    if (isOtherIdentifier(path, nhsNumberSystems)) continue
    const met = [...ofAll, ...lists].find((guarded) => overlaps(path, guarded.split('.')))
    if (met !== undefined) return `${rule.path} meets the protected path ${met}`
    const last = path.at(-1)!.field
    if (ofAttachment.includes(last) || attachments.test(last))
      return `${rule.path} meets the hash or the size of an attachment`
  }
  return undefined
}

/** One is the other, or stands above it. A primitive's `_field` counts as the field. */
function overlaps(path: Step[], guarded: string[]): boolean {
  const length = Math.min(path.length, guarded.length)
  return guarded.slice(0, length).every((field, at) => path[at]!.field.replace(/^_/, '') === field)
}

/** Identifiers of a system that no patient is known by are not protected. */
const isOtherIdentifier = ([first]: Step[], systems: string[]): boolean =>
  first?.field === 'identifier' && first.where?.field === 'system' && !systems.includes(first.where.text)
