import type { CodeableConcept, Resource } from '@medplum/fhirtypes'

export type SeedPatient = {
  id: string
  nhsNumber: string
  family: string
  given: string[]
  gender: 'female' | 'male'
  born: string
  allergies: number
  medicines: number
  conditions: number
  observations: number
  encounters: number
  immunisations: number
}

const allergens: [string, string][] = [
  ['372687004', 'Amoxicillin'],
  ['762952008', 'Peanut'],
  ['111088007', 'Latex'],
]
const medicines: [string, string][] = [
  ['322236009', 'Paracetamol 500mg tablets'],
  ['319775004', 'Aspirin 75mg tablets'],
  ['386864001', 'Amlodipine'],
  ['325072002', 'Metformin 500mg tablets'],
]
const conditions: [string, string][] = [
  ['38341003', 'Hypertensive disorder'],
  ['44054006', 'Type 2 diabetes mellitus'],
  ['195967001', 'Asthma'],
]
const vaccines: [string, string][] = [
  ['871768005', 'Influenza vaccine'],
  ['836374004', 'Hepatitis B vaccine'],
  ['836382004', 'Measles, mumps and rubella vaccine'],
]

/** The record of one patient: the same at every start. */
export function clinicalSeed(patient: SeedPatient): Resource[] {
  const of = { reference: `Patient/${patient.id}` }
  const by = { reference: 'Practitioner/prac1' }
  const many = <T extends Resource>(count: number, make: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at))
  const id = (kind: string, at: number) => `${patient.id}-${kind}${at + 1}`
  const encounter = (at: number) => ({ reference: `Encounter/${id('enc', at % patient.encounters)}` })
  return [
    ...many(patient.encounters, (at) => ({
      resourceType: 'Encounter',
      id: id('enc', at),
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject: of,
      participant: [{ individual: by }],
      period: { start: `202${at}-04-1${at}T09:00:00+01:00`, end: `202${at}-04-1${at}T09:15:00+01:00` },
    })),
    ...many(patient.allergies, (at) => ({
      resourceType: 'AllergyIntolerance',
      id: id('alg', at),
      clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', 'active'),
      verificationStatus: coded('http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', 'confirmed'),
      code: snomed(allergens[at]!),
      patient: of,
      recorder: by,
      encounter: encounter(at),
      recordedDate: '2020-04-10',
    })),
    ...many(patient.conditions, (at) => ({
      resourceType: 'Condition',
      id: id('con', at),
      clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'),
      verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed'),
      category: [coded('http://terminology.hl7.org/CodeSystem/condition-category', 'problem-list-item')],
      code: snomed(conditions[at]!),
      subject: of,
      encounter: encounter(at),
      onsetDateTime: `201${at}-05`,
    })),
    ...many(patient.medicines, (at) => ({
      resourceType: 'MedicationRequest',
      id: id('req', at),
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: snomed(medicines[at]!),
      subject: of,
      authoredOn: `2021-0${at + 1}-15T10:30:00Z`,
      requester: by,
      dosageInstruction: [
        { text: 'One tablet a day', doseAndRate: [{ doseQuantity: { value: 1.5, unit: 'tablet' } }] },
      ],
    })),
    ...many(patient.medicines, (at) => ({
      resourceType: 'MedicationStatement',
      id: id('med', at),
      basedOn: [{ reference: `MedicationRequest/${id('req', at)}` }],
      status: 'active',
      medicationCodeableConcept: snomed(medicines[at]!),
      subject: of,
      effectivePeriod: { start: `2021-0${at + 1}-15` },
    })),
    ...many(patient.observations, (at) => ({
      resourceType: 'Observation',
      id: id('obs', at),
      status: 'final',
      code: snomed(['27113001', 'Body weight']),
      subject: of,
      encounter: encounter(at),
      effectiveDateTime: `202${at % 5}-06-${String(10 + at)}T08:45:00+01:00`,
      valueQuantity: { value: 61.25 + at, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
    })),
    ...many(patient.immunisations, (at) => ({
      resourceType: 'Immunization',
      id: id('imm', at),
      status: 'completed',
      vaccineCode: snomed(vaccines[at]!),
      patient: of,
      occurrenceDateTime: `2022-10-0${at + 1}`,
      primarySource: true,
    })),
    ...many(1, (at) => ({
      resourceType: 'Procedure',
      id: id('proc', at),
      status: 'completed',
      code: snomed(['46973005', 'Blood pressure taking']),
      subject: of,
      performedDateTime: '2023-02-11T11:00:00Z',
    })),
    ...many(1, (at) => ({
      resourceType: 'Device',
      id: id('dev', at),
      status: 'active',
      type: snomed(['337414009', 'Blood glucose meter']),
      patient: of,
    })),
  ] as Resource[]
}

function snomed([code, display]: [string, string]): CodeableConcept {
  return { coding: [{ system: 'http://snomed.info/sct', code, display }], text: display }
}
function coded(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] }
}
