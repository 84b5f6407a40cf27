import type { CheckContext } from '../../run/check'
import { defineCheck } from '../../run/define-check'
import { must, notExercised } from '../../run/finding'
import { fieldsOf, keyOf, type Resource, textOf } from '../parts/json'
import { mostNumbers } from '../parts/nhs-number'
import { pointerOf } from '../parts/references'
import { mustClaimRecord, recordEntries, recordOf } from '../parts/structured-record'
import { readRecord } from '../rec-01'
import { shapedTypes, shapeFault } from './shape-rules'

export const stu3Rec01 = defineCheck({
  id: 'STU3-REC-01',
  title: 'A record is that of the asked patient alone, whole, and in the shape of STU3',
  requirement: 'GPCARS01',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'The structured record of each fixture patient (the first ten; allergies and medicines asked for) is a collection with that patient in it once and nobody else; the Lists ' +
    'Allergies and Medications name what is in it, and what is in it is named. Patient, AllergyIntolerance, MedicationStatement, MedicationRequest, Medication and List are of the profiles ' +
    'CareConnect-GPC-…-1 and have what those demand, as STU3 has it: clinicalStatus and verificationStatus as codes, assertedDate, taken, dateAsserted, a Medication by reference that is in the ' +
    'record. [GPCARS01; GP Connect, access record structured]',
  examine: async (context) => {
    await mustClaimRecord(context)
    const types = new Set<string>()
    for (const number of context.fixtures.nhsNumbers.slice(0, mostNumbers)) {
      const { listed } = await readRecord(context, number)
      for (const type of listed) types.add(type)
      await mustBeShaped(context, number)
    }
    if (types.size === 0) throw notExercised('NO_DATA', 'No record of a fixture patient holds an allergy or a medicine')
    return `Each record is that of its patient alone, as listed, in the shape of STU3 for ${shapedTypes.length} types`
  },
})

async function mustBeShaped(context: CheckContext, number: string): Promise<void> {
  const entries = recordEntries(await recordOf(context, number), 'structured record')
  const inBundle = new Map(entries.flatMap(({ fullUrl, resource }) => (fullUrl ? [[fullUrl, resource] as const] : [])))
  const keys = new Set(entries.map(({ resource }) => keyOf(resource)))
  for (const { resource } of entries) {
    const lacks = shapeFault(resource)
    must(lacks === undefined, 'NOT_VALID', `structured record: a ${resource.resourceType} lacks ${lacks}`)
    mustHoldItsMedication(resource, keys, inBundle)
  }
}

function mustHoldItsMedication(
  { resourceType, medicationReference }: Resource,
  keys: ReadonlySet<string | undefined>,
  inBundle: ReadonlyMap<string, Resource>,
): void {
  const given = textOf(fieldsOf(medicationReference).reference)
  if (given === undefined) return
  const pointer = pointerOf(given, inBundle)
  must(
    pointer !== undefined && keys.has(`${pointer.type}/${pointer.id}`),
    'RECORD_DIFFERS',
    `structured record: a ${resourceType} names a Medication that the record does not hold`,
  )
}
