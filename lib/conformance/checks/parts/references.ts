import { type Fields, isFields, listOf, type Resource, textOf } from './json'

/** What a reference points to; `id` is missing where it names a patient by a search or an identifier alone. */
export type Pointer = { type: string; id: string | undefined }

/** Where R4 says whom an entry is about. An entry of these types without a subject could be anybody's. */
const subjectElements: Record<string, string> = {
  AllergyIntolerance: 'patient',
  Appointment: 'participant',
  CarePlan: 'subject',
  ClinicalImpression: 'subject',
  Composition: 'subject',
  Condition: 'subject',
  Consent: 'patient',
  Device: 'patient',
  DiagnosticReport: 'subject',
  DocumentReference: 'subject',
  Encounter: 'subject',
  EpisodeOfCare: 'patient',
  FamilyMemberHistory: 'patient',
  Flag: 'subject',
  Goal: 'subject',
  Immunization: 'patient',
  List: 'subject',
  MedicationAdministration: 'subject',
  MedicationDispense: 'subject',
  MedicationRequest: 'subject',
  MedicationStatement: 'subject',
  NutritionOrder: 'patient',
  Observation: 'subject',
  Procedure: 'subject',
  QuestionnaireResponse: 'subject',
  RelatedPerson: 'patient',
  RequestGroup: 'subject',
  RiskAssessment: 'subject',
  ServiceRequest: 'subject',
  Specimen: 'subject',
  Task: 'for',
}
export const subjectElementOf = (type: string): string | undefined =>
  Object.hasOwn(subjectElements, type) ? subjectElements[type] : undefined

/** Reads a reference: relative, whole, with a version, of an entry of the same Bundle, or a search. */
export function pointerOf(reference: string, inBundle: ReadonlyMap<string, Resource> = new Map()): Pointer | undefined {
  const entry = inBundle.get(reference)
  if (entry) return { type: entry.resourceType, id: textOf(entry.id) }
  const found = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(reference)
  if (found) return { type: found[1]!, id: found[2]! }
  const search = /(?:^|\/)([A-Z][A-Za-z]+)\?/.exec(reference)
  return search ? { type: search[1]!, id: undefined } : undefined
}

/** Every reference in a resource, whatever element it stands in; `but` names an element at the top that is left out. */
export function pointersIn(resource: Fields, inBundle?: ReadonlyMap<string, Resource>, but?: string): Pointer[] {
  const found: Pointer[] = []
  const waiting: unknown[] = Object.entries(resource).flatMap(([name, value]) => (name === but ? [] : [value]))
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) waiting.push(...next)
    if (!isFields(next)) continue
    const reference = textOf(next.reference)
    const pointer = reference && !reference.startsWith('#') ? pointerOf(reference, inBundle) : undefined
    if (pointer) found.push(pointer)
    const named = isFields(next.identifier) && textOf(next.type) === 'Patient' && pointer === undefined
    if (named) found.push({ type: 'Patient', id: undefined })
    waiting.push(...Object.values(next))
  }
  return found
}

/** Whom an entry is about, by its subject element; undefined where it names no patient. */
export function patientIdOf(resource: Resource, inBundle?: ReadonlyMap<string, Resource>): string | undefined {
  const element = subjectElementOf(resource.resourceType)
  const value = element === undefined ? (resource.subject ?? resource.patient) : resource[element]
  const named = element === 'participant' ? listOf(value).map(({ actor }) => actor) : [value]
  return named
    .filter(isFields)
    .map(({ reference }) => pointerOf(textOf(reference) ?? '', inBundle))
    .find((pointer) => pointer?.type === 'Patient')?.id
}
