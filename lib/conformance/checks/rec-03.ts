import { type Client, TransportError } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { differenceOf } from './parts/difference'
import { type Fields, fieldsOf, isResource, keyOf, listOf, type Resource, textOf } from './parts/json'
import { type Made, make, plain } from './parts/making'
import { patientOf } from './parts/patient'
import { pointerOf } from './parts/references'
import { sampleEntries } from './parts/samples'
import { offers, readStatement, typesWith } from './parts/statement'
import { mustClaimRecord, recordEntries, recordOf } from './parts/structured-record'

/** What the two lists that are asked for hold. */
const planted = ['AllergyIntolerance', 'MedicationStatement', 'MedicationRequest']

export const rec03 = defineCheck({
  id: 'REC-03',
  title: 'What is planted stands in the record, whole',
  requirement: 'GPCARS01',
  strength: 'BLOCK',
  writes: true,
  explanation:
    'An allergy, a medication statement and a medication request (of these, the types that declare create) are made for a fixture patient. The ' +
    'structured record of that patient then holds each of them, exactly as it was sent (but for id, meta and text), and a List names the allergy and ' +
    'the statement (or else the request). The record of another fixture patient holds none of them. What was planted is marked entered-in-error at the end where updates are ' +
    'declared. [GPCARS01; GP Connect, access record structured]',
  examine: async (context) => {
    await mustClaimRecord(context)
    const statement = await readStatement(context)
    const types = typesWith(statement, 'create').map(({ type }) => type)
    const can = planted.filter((type) => types.includes(type))
    if (can.length === 0) throw notClaimed('The capability statement declares no create of allergies or medicines')
    const [number, another] = context.fixtures.nhsNumbers
    const patient = await patientOf(context, number!)
    if (patient === undefined) throw notExercised('NO_DATA', 'No fixture patient was found for whom to plant something')
    const made: { sent: Fields; one: Made }[] = []
    try {
      for (const sent of sampleEntries(`Patient/${patient}`, `${context.nonce}-planted`))
        if (can.includes(sent.resourceType)) made.push({ sent, one: await make(context, sent) })
      await mustHold(context, number!, made)
      if (another !== undefined) await mustNotHold(context, another, made)
    } finally {
      for (const { one } of made)
        if (offers(statement, one.kept.resourceType, 'update')) await strikeOut(context.client, one)
    }
    return `What was planted stands in the record of its patient, whole and listed: ${can.length} of ${planted.length} types`
  },
})

async function mustHold(context: CheckContext, number: string, made: { sent: Fields; one: Made }[]): Promise<void> {
  const entries = recordEntries(await recordOf(context, number), 'structured record')
  const byKey = new Map(entries.map(({ resource }) => [keyOf(resource), resource]))
  const inBundle = new Map(entries.flatMap(({ fullUrl, resource }) => (fullUrl ? [[fullUrl, resource] as const] : [])))
  const listed = new Set(entries.flatMap(({ resource }) => namesOf(resource, inBundle)))
  const statements = made.some(({ one }) => one.kept.resourceType === 'MedicationStatement')
  for (const { sent, one } of made) {
    const type = one.kept.resourceType
    const found = byKey.get(`${type}/${one.id}`)
    must(found !== undefined, 'PLANTED_MISSING', `structured record: it lacks the ${type} that was made before`)
    const path = differenceOf(plain(sent), plain(found))
    must(
      path === undefined,
      'READ_DIFFERS',
      `structured record: the ${type} differs from what was sent, at ${theirs(path)}`,
    )
    if (type === 'MedicationRequest' && statements) continue
    must(
      listed.has(`${type}/${one.id}`),
      'LISTS_DIFFER',
      `structured record: no List names the ${type} that was made before`,
    )
  }
}

async function mustNotHold(context: CheckContext, number: string, made: { one: Made }[]): Promise<void> {
  const entries = recordEntries(await recordOf(context, number), 'structured record of another patient')
  const keys = new Set(entries.map(({ resource }) => keyOf(resource)))
  for (const { one } of made)
    must(
      !keys.has(`${one.kept.resourceType}/${one.id}`),
      'OTHER_PATIENT',
      `structured record of another patient: it holds the ${one.kept.resourceType} that was made for the first`,
    )
}

function namesOf(resource: Resource, inBundle: ReadonlyMap<string, Resource>): string[] {
  if (resource.resourceType !== 'List') return []
  return listOf(resource.entry).flatMap(({ item }) => {
    const pointer = pointerOf(textOf(fieldsOf(item).reference) ?? '', inBundle)
    return pointer ? [`${pointer.type}/${pointer.id}`] : []
  })
}

/** Tidies up; what comes of it is not judged. */
async function strikeOut(client: Client, { to, kept }: Made): Promise<void> {
  const { clinicalStatus, ...rest } = kept
  const verificationStatus = {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'entered-in-error' },
    ],
  }
  const body =
    kept.resourceType === 'AllergyIntolerance'
      ? { ...rest, verificationStatus }
      : { ...kept, status: 'entered-in-error' }
  try {
    const read = await client.ask({ to })
    if (read.status === 200 && isResource(read.json)) await client.ask({ method: 'PUT', to, body })
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
  }
}
