import type { AllergyIntolerance, MedicationStatement, Patient, Resource } from '@medplum/fhirtypes'
import { seed } from '../seed'

type Some = Record<string, unknown> & { resourceType: string; id: string }
const structure = 'https://fhir.nhs.uk/STU3/StructureDefinition'
const snomed = 'http://snomed.info/sct'
const asserted = '2020-04-10'

/** A Bundle of STU3: the library's types know R4 alone. */
export type Stu3Bundle = { resourceType: 'Bundle'; meta: object; type: string; entry: { resource: Some }[] }

/** The structured record of a patient of the seed, in the shape of STU3; undefined where nobody has the number. */
export function stu3Record(number: string, at: Date): Stu3Bundle | undefined {
  const all = seed(at)
  const patient = all.find((one): one is Patient => one.resourceType === 'Patient' && numbersOf(one).includes(number))
  if (!patient) return undefined
  const about = (one: Resource, field: 'patient' | 'subject') =>
    (one as unknown as Record<string, { reference?: string }>)[field]?.reference === `Patient/${patient.id}`
  const allergies = all.filter(
    (one): one is AllergyIntolerance => one.resourceType === 'AllergyIntolerance' && about(one, 'patient'),
  )
  const medicines = all.filter(
    (one): one is MedicationStatement => one.resourceType === 'MedicationStatement' && about(one, 'subject'),
  )
  const entries = [
    profiled({
      resourceType: 'Patient',
      id: patient.id!,
      identifier: patient.identifier,
      name: patient.name,
      birthDate: patient.birthDate,
    }),
    list(patient, '886921000000105', 'Allergies and adverse reactions', allergies),
    ...allergies.map(allergyOf),
    list(patient, '933361000000108', 'Medications and medical devices', medicines),
    ...medicines.flatMap((one) => medicineOf(one, patient)),
  ]
  return {
    resourceType: 'Bundle',
    meta: { profile: [`${structure}/GPConnect-StructuredRecord-Bundle-1`] },
    type: 'collection',
    entry: entries.map((resource) => ({ resource })),
  }
}

const numbersOf = ({ identifier = [] }: Patient) => identifier.map(({ value }) => value)
const profiled = (resource: Some): Some => ({
  ...resource,
  meta: { versionId: '1', profile: [`${structure}/CareConnect-GPC-${resource.resourceType}-1`] },
})

function list({ id }: Patient, code: string, title: string, items: Resource[]): Some {
  const entry = items.map((item) => ({ item: { reference: `${item.resourceType}/${item.id}` } }))
  return profiled({
    resourceType: 'List',
    id: `${id}-${code}`,
    status: 'current',
    mode: 'snapshot',
    title,
    code: { coding: [{ system: snomed, code, display: title }] },
    subject: { reference: `Patient/${id}` },
    ...(entry.length > 0 ? { entry } : { note: [{ text: 'Information not available' }] }),
  })
}

const allergyOf = ({ id, code, patient }: AllergyIntolerance): Some =>
  profiled({
    resourceType: 'AllergyIntolerance',
    id: id!,
    clinicalStatus: 'active',
    verificationStatus: 'unconfirmed',
    category: ['medication'],
    code,
    patient,
    assertedDate: asserted,
  })

/** A statement with the request behind it and the medicine that both name. */
function medicineOf({ id, medicationCodeableConcept, effectivePeriod }: MedicationStatement, patient: Patient): Some[] {
  const subject = { reference: `Patient/${patient.id}` }
  const medicationReference = { reference: `Medication/${id}-medication` }
  return [
    profiled({
      resourceType: 'MedicationStatement',
      id: id!,
      basedOn: [{ reference: `MedicationRequest/${id}-plan` }],
      status: 'active',
      medicationReference,
      effectivePeriod,
      dateAsserted: asserted,
      subject,
      taken: 'unk',
      dosage: [{ text: 'One tablet a day' }],
    }),
    profiled({
      resourceType: 'MedicationRequest',
      id: `${id}-plan`,
      status: 'active',
      intent: 'plan',
      medicationReference,
      subject,
      authoredOn: asserted,
    }),
    profiled({ resourceType: 'Medication', id: `${id}-medication`, code: medicationCodeableConcept }),
  ]
}
