import type { Bundle, List, Parameters, Patient, Resource, ResourceType } from '@medplum/fhirtypes'
import type { Behaviour } from './behaviour'
import { isNhsNumber, nhsNumberSystem } from './nhs-number'
import { Refusal } from './refusal'
import { servedTypes } from './served-types'
import type { Store } from './store'

type Area = { parameter: string; title: string; code: string; types: ResourceType[] }

/** The areas of a record, each with its list, as GP Connect names them. */
const areas: Area[] = [
  {
    parameter: 'includeAllergies',
    title: 'Allergies and adverse reactions',
    code: '886921000000105',
    types: ['AllergyIntolerance'],
  },
  {
    parameter: 'includeMedication',
    title: 'Medications and medical devices',
    code: '933361000000108',
    types: ['MedicationStatement', 'MedicationRequest'],
  },
  { parameter: 'includeImmunisations', title: 'Immunisations', code: '1102181000000102', types: ['Immunization'] },
  { parameter: 'includeProblems', title: 'Problems', code: '717711000000103', types: ['Condition'] },
  { parameter: 'includeConsultations', title: 'Consultations', code: '1149501000000101', types: ['Encounter'] },
  {
    parameter: 'includeInvestigations',
    title: 'Investigations and results',
    code: '887191000000108',
    types: ['Observation'],
  },
  {
    parameter: 'includeUncategorisedData',
    title: 'Miscellaneous record',
    code: '826501000000100',
    types: ['Procedure'],
  },
]

/** `Patient/$gpc.getstructuredrecord`: the asked patient, a list for each area, and what the lists name. */
export async function structuredRecord(
  body: unknown,
  base: string,
  store: Store,
  behaviour: Behaviour,
): Promise<Bundle> {
  const asked = parametersOf(body)
  const patient = await patientOf(asked, store, behaviour)
  if (!patient) {
    const empty = behaviour.unknownRecord?.()
    if (empty) return empty
    throw new Refusal(404, 'PATIENT_NOT_FOUND', 'No patient has this NHS number')
  }
  const named = new Set(asked.map((parameter) => parameter.name))
  const wanted = areas.filter((area) => named.size === 1 || named.has(area.parameter))
  const parts = await Promise.all(wanted.map((area) => partOf(area, patient, store)))
  const resources = parts.flatMap(({ list, items }) => [list, ...items])
  const around = await surroundings([patient, ...resources], store)
  const bundle: Bundle = {
    resourceType: 'Bundle',
    meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-StructuredRecord-Bundle-1'] },
    type: 'collection',
    entry: [patient, ...resources, ...around].map((resource) => ({
      fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  }
  return (await behaviour.record?.(bundle, store, patient.id!)) ?? bundle
}

function parametersOf(body: unknown): NonNullable<Parameters['parameter']> {
  const parameters = body as Parameters | undefined
  if (parameters?.resourceType !== 'Parameters' || !Array.isArray(parameters.parameter)) {
    throw new Refusal(422, 'INVALID_RESOURCE', 'The body must be Parameters')
  }
  const known = ['patientNHSNumber', ...areas.map((area) => area.parameter)]
  const unknown = parameters.parameter.find((parameter) => !known.includes(parameter.name))
  if (unknown) throw new Refusal(400, 'INVALID_PARAMETER', `The parameter ${String(unknown.name)} is not supported`)
  return parameters.parameter
}

async function patientOf(
  asked: NonNullable<Parameters['parameter']>,
  store: Store,
  behaviour: Behaviour,
): Promise<Patient | undefined> {
  const given = asked.filter((parameter) => parameter.name === 'patientNHSNumber')
  const identifier = given[0]?.valueIdentifier
  if (given.length !== 1 || !identifier) {
    throw new Refusal(400, 'INVALID_PARAMETER', 'patientNHSNumber must be given once, as an identifier')
  }
  if (identifier.system !== nhsNumberSystem) {
    throw new Refusal(400, 'INVALID_IDENTIFIER_SYSTEM', `The system of an NHS number is ${nhsNumberSystem}`)
  }
  const value = String(identifier.value ?? '')
  const valid = isNhsNumber(value)
  if (!(behaviour.isNhsNumber?.(valid, value) ?? valid)) {
    throw new Refusal(400, 'INVALID_NHS_NUMBER', 'This is no NHS number')
  }
  return (await store.all<Patient>('Patient')).find((patient) => hasNumber(patient, value))
}

/** Whether this is the patient's NHS number. */
export function hasNumber(patient: Patient, value: string): boolean {
  return patient.identifier?.some((has) => has.system === nhsNumberSystem && has.value === value) ?? false
}

async function partOf(area: Area, patient: Patient, store: Store): Promise<{ list: List; items: Resource[] }> {
  const kept = await Promise.all(area.types.map((type) => store.all(type)))
  const items = kept.flat().filter((resource) => isAbout(resource, patient.id!))
  const empty = {
    note: [{ text: 'Information not available' }],
    emptyReason: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'unavailable' }],
    },
  }
  const list: List = {
    resourceType: 'List',
    id: `${patient.id}-${area.code}`,
    status: 'current',
    mode: 'snapshot',
    title: area.title,
    code: { coding: [{ system: 'http://snomed.info/sct', code: area.code, display: area.title }] },
    subject: { reference: `Patient/${patient.id}` },
    ...(items.length === 0 ? empty : {}),
    ...(items.length > 0
      ? { entry: items.map((item) => ({ item: { reference: `${item.resourceType}/${item.id}` } })) }
      : {}),
  }
  return { list, items }
}

/** Whether a resource is about this patient. */
export function isAbout(resource: Resource, patientId: string): boolean {
  const field = servedTypes[resource.resourceType]?.patient
  const value = field && (resource as unknown as Record<string, unknown>)[field]
  const references = field === 'participant' ? (value as { actor?: unknown }[]).map((part) => part.actor) : [value]
  return references.some((one) => (one as { reference?: string } | undefined)?.reference === `Patient/${patientId}`)
}

/** Who and where: practitioners, organisations and places that the record speaks of. */
async function surroundings(record: Resource[], store: Store): Promise<Resource[]> {
  const text = JSON.stringify(record)
  const kinds: ResourceType[] = ['Organization', 'Practitioner', 'Location']
  const all = (await Promise.all(kinds.map((type) => store.all(type)))).flat()
  return all.filter((resource) => text.includes(`"${resource.resourceType}/${resource.id}"`))
}
