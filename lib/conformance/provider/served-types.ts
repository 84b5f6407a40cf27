import type { ResourceType } from '@medplum/fhirtypes'

type ServedType = {
  /** Those that the store can really match: references, strings, tokens and dates. */
  parameters: string[]
  /** Of these, as `_include`. */
  includes?: string[]
  writes: boolean
  /** Only read by id. */
  readOnly?: true
  /** The patient stands in this element, where the resource is about one. */
  patient?: 'patient' | 'subject' | 'participant'
}

const common = ['_id']

/** What is served and declared: the capability statement and the router read the same table. */
export const servedTypes: Partial<Record<ResourceType, ServedType>> = {
  Patient: { parameters: ['identifier', 'family', 'given', 'name', 'birthdate', 'gender'], writes: true },
  AllergyIntolerance: { parameters: ['patient', 'clinical-status', 'code'], writes: true, patient: 'patient' },
  Condition: { parameters: ['patient', 'clinical-status', 'code'], writes: true, patient: 'subject' },
  MedicationRequest: { parameters: ['patient', 'status', 'authoredon'], writes: true, patient: 'subject' },
  MedicationStatement: { parameters: ['patient', 'status'], writes: true, patient: 'subject' },
  Observation: { parameters: ['patient', 'code', 'date'], writes: true, patient: 'subject' },
  Encounter: { parameters: ['patient', 'status', 'date'], writes: true, patient: 'subject' },
  Immunization: { parameters: ['patient', 'status', 'date'], writes: true, patient: 'patient' },
  Procedure: { parameters: ['patient', 'code'], writes: true, patient: 'subject' },
  Device: { parameters: ['patient', 'type'], writes: false, patient: 'patient' },
  Appointment: {
    parameters: ['patient', 'status', 'date', 'identifier'],
    writes: true,
    patient: 'participant',
  },
  DocumentReference: { parameters: ['patient', 'status', 'date', 'type'], writes: false, patient: 'subject' },
  Binary: { parameters: [], writes: false, readOnly: true },
  Slot: { parameters: ['status', 'start', 'schedule'], includes: ['Slot:schedule'], writes: false },
  Schedule: { parameters: ['actor', 'identifier'], writes: false },
  Organization: { parameters: ['identifier', 'name'], writes: false },
  Practitioner: { parameters: ['identifier', 'name', 'family'], writes: false },
  PractitionerRole: { parameters: ['practitioner', 'organization'], writes: false },
  Location: { parameters: ['identifier', 'name'], writes: false },
}

/** How results are given, whatever the type. */
export const resultParameters = ['_count', '_sort', '_total', '_format', '_include', '_cursor']

export function served(type: string | undefined): ServedType | undefined {
  return type !== undefined && Object.hasOwn(servedTypes, type) ? servedTypes[type as ResourceType] : undefined
}

/** All of them. */
export const everyType = Object.keys(servedTypes) as ResourceType[]

export function parametersOf(type: string): string[] {
  const table = served(type)
  return table?.readOnly ? [] : [...common, ...(table?.parameters ?? [])]
}
