import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { keyOf, objectsIn, type Resource, textOf } from './parts/json'
import { mostNumbers, nhsNumbersOf } from './parts/nhs-number'
import { mustMatchLists } from './parts/record-lists'
import { patientIdOf, pointersIn, subjectElementOf } from './parts/references'
import { searchAll } from './parts/search'
import { readStatement, type Statement, typesWith } from './parts/statement'
import { mustClaimRecord, recordEntries, recordOf } from './parts/structured-record'

/** How many records are compared with the search: a run may send 500 requests in all. */
const mostCompared = 4

export const rec01 = defineCheck({
  id: 'REC-01',
  title: 'A record is that of the asked patient alone, and whole',
  requirement: 'GPCARS01',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'The structured record of each fixture patient (the first ten; allergies and medicines asked for) is a collection with that patient in it once. Every ' +
    'reference to a patient, in any element of any resource, is to them; every entry that is about somebody says whom; no other NHS number stands ' +
    'anywhere. The Lists Allergies and Medications are there; what they name is in the record, and what is in the record is named by them. ' +
    'What the lists of the first four hold is what the search gives for that patient: nothing missing, nothing besides. [GPCARS01; GP Connect, access record ' +
    'structured: Bundle and List]',
  examine: async (context) => {
    await mustClaimRecord(context)
    const statement = await readStatement(context)
    const records: PatientRecord[] = []
    for (const number of context.fixtures.nhsNumbers.slice(0, mostNumbers))
      records.push(await readRecord(context, number))
    const types = new Set(records.flatMap(({ listed }) => [...listed]))
    for (const record of records.slice(0, mostCompared))
      for (const type of comparable(statement, types)) await compareWithSearch(context, statement, record, type)
    if (types.size === 0) throw notExercised('NO_DATA', 'No record of a fixture patient holds an allergy or a medicine')
    return 'Each record is that of its patient alone, as listed and as the search gives it'
  },
})

type PatientRecord = { patient: string; resources: Resource[]; listed: Set<string> }

/** One record as REC-01 demands it. @throws Finding */
export async function readRecord(context: CheckContext, number: string): Promise<PatientRecord> {
  const entries = recordEntries(await recordOf(context, number), 'structured record')
  const resources = entries.map(({ resource }) => resource)
  const inBundle = new Map(entries.flatMap(({ fullUrl, resource }) => (fullUrl ? [[fullUrl, resource] as const] : [])))
  const keys = resources.map(keyOf).filter((key) => key !== undefined)
  must(new Set(keys).size === keys.length, 'ITEM_TWICE', 'structured record: a resource stands in it twice')
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient')
  must(patients.length > 0, 'WRONG_PATIENT', 'structured record: expected the patient in it, found none')
  must(patients.length === 1, 'OTHER_PATIENT', 'structured record: expected one patient, found several')
  must(
    nhsNumbersOf(patients[0]!).includes(number),
    'WRONG_PATIENT',
    'structured record: the patient in it has another number than was asked for',
  )
  const patient = textOf(patients[0]!.id)
  must(patient !== undefined, 'WRONG_SHAPE', 'structured record: the patient has no id')
  for (const resource of resources) mustBeTheirs(resource, patient, inBundle)
  mustNameNobodyElse(resources, number, context.fixtures.nhsNumbers)
  return { patient, resources, listed: mustMatchLists(resources, inBundle) }
}

function mustBeTheirs(resource: Resource, patient: string, inBundle: ReadonlyMap<string, Resource>): void {
  const { resourceType } = resource
  // Patient.link names other records of the same person: that is its purpose.
  const others = pointersIn(resource, inBundle, resourceType === 'Patient' ? 'link' : undefined).filter(
    ({ type, id }) => type === 'Patient' && id !== patient,
  )
  must(others.length === 0, 'OTHER_PATIENT', `structured record: a ${resourceType} refers to another patient`)
  if (resourceType === 'Device' || subjectElementOf(resourceType) === undefined) return
  must(
    patientIdOf(resource, inBundle) === patient,
    'SUBJECT_MISSING',
    `structured record: a ${resourceType} does not say that it is about the patient`,
  )
}

/** Anywhere: as an identifier of a reference or of a contained resource, or as a fixture number in any text. */
function mustNameNobodyElse(resources: Resource[], number: string, fixtures: string[]): void {
  for (const resource of resources) {
    const { resourceType } = resource
    const message = `structured record: a ${resourceType} names another NHS number`
    for (const found of objectsIn(resource)) {
      const numbers = nhsNumbersOf({ resourceType: '', identifier: [found] })
      must(
        numbers.every((one) => one === number),
        'OTHER_PATIENT',
        message,
      )
    }
    const text = JSON.stringify(resource)
    must(!fixtures.some((other) => other !== number && text.includes(other)), 'OTHER_PATIENT', message)
  }
}

/** What the Lists name, and allergies and medicines where they name none. */
function comparable(statement: Statement, listed: Set<string>): string[] {
  const medicines = ['MedicationStatement', 'MedicationRequest']
  const always = ['AllergyIntolerance', ...(medicines.some((type) => listed.has(type)) ? [] : medicines)]
  const searchable = typesWith(statement, 'search-type').filter(
    ({ type }) => parameterOf(statement, type) !== undefined,
  )
  return searchable.map(({ type }) => type).filter((type) => listed.has(type) || always.includes(type))
}
const parameterOf = ({ types }: Statement, of: string): string | undefined =>
  ['patient', 'subject'].find((name) => types.find(({ type }) => type === of)?.searchParameters.includes(name))

async function compareWithSearch(context: CheckContext, statement: Statement, record: PatientRecord, type: string) {
  const by = `${type}?${parameterOf(statement, type)}=${encodeURIComponent(`Patient/${record.patient}`)}&_count=100`
  const found = await searchAll(context, by, `search of ${type} by patient`)
  if (found === undefined) return
  const searched = new Set(found.filter(({ resourceType }) => resourceType === type).map(keyOf))
  const recorded = new Set(record.resources.filter(({ resourceType }) => resourceType === type).map(keyOf))
  must(
    [...searched].every((key) => recorded.has(key)),
    'RECORD_DIFFERS',
    `structured record: it lacks a ${type} that the search gives for the patient`,
  )
  must(
    [...recorded].every((key) => searched.has(key)),
    'RECORD_DIFFERS',
    `structured record: it holds a ${type} that the search does not give for the patient`,
  )
}
