import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { differenceOf } from './parts/difference'
import { runExport } from './parts/export'
import { fileLines } from './parts/export-lines'
import { type Fields, fieldsOf, isFields, listOf, type Resource, textOf } from './parts/json'
import { plain } from './parts/making'
import { nhsNumbersOf } from './parts/nhs-number'
import { patientIdOf, pointerOf, subjectElementOf } from './parts/references'
import { markOf } from './parts/samples'
import { readStatement, typesWith } from './parts/statement'

/** Types that are not taken along: bookings would take slots. */
const left = ['Appointment']

export const mig01 = defineCheck({
  id: 'MIG-01',
  title: 'What was exported can be imported, and is exported again as it was',
  requirement: 'S26',
  alsoFor: ['S47'],
  strength: 'PARTIAL',
  writes: true,
  explanation:
    'A fixture patient and one entry of each clinical type that declares create are taken from the export and made anew as a second patient: ' +
    'without ids and meta, without the NHS number (which stays with the first), entries about the new patient. Each create answers 201. A second export ' +
    'holds each of them, equal in every element to what was sent, and the first patient and their entries as they were. [S26 Data Migration; S47]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const creatable = typesWith(statement, 'create').map(({ type }) => type)
    const types = creatable.filter((type) => subjectElementOf(type) !== undefined && !left.includes(type))
    if (statement.known && !creatable.includes('Patient'))
      throw notClaimed('The capability statement declares no create of Patient')
    const before = await taken(context, types)
    if (before.length < 2) throw notExercised('NO_DATA', 'The export holds no entry about the first fixture patient')
    const [first, ...entries] = before
    const made = new Map<string, Resource>()
    const patient = await importOne(context, imported(first!, context.nonce), made)
    for (const entry of entries) await importOne(context, about(entry, String(first!.id), patient), made)
    await mustComeOutAgain(context, made, before)
    return `What was exported was imported, and exported again as it was: a patient and ${entries.length} entries${statement.scope}`
  },
})

const key = ({ resourceType, id }: Fields): string => `${String(resourceType)}/${String(id)}`

/** The first fixture patient of the export, and one entry of each type about them. */
async function taken(context: CheckContext, types: string[]): Promise<Resource[]> {
  const { files } = await runExport(context)
  const [number] = context.fixtures.nhsNumbers
  const find = async (type: string, wanted: (one: Resource) => boolean): Promise<Resource | undefined> => {
    let found: Resource | undefined
    for (const file of files.filter((one) => one.type === type))
      for await (const one of fileLines(context.client, file)) if (wanted(one)) found ??= one
    return found
  }
  const patient = await find('Patient', (one) => nhsNumbersOf(one).includes(number!))
  must(patient !== undefined, 'EXPORT_DIFFERS', 'export of Patient: it lacks the first fixture patient')
  const entries: Resource[] = []
  for (const type of types) {
    const entry = await find(type, (one) => patientIdOf(one) === patient.id)
    if (entry) entries.push(entry)
  }
  return [patient, ...entries]
}

/** The patient as another person: the number stays with the first. */
function imported(patient: Resource, nonce: string): Resource {
  const { identifier, link, ...rest } = plain(patient)
  const others = listOf(identifier).filter((one) => nhsNumbersOf({ resourceType: '', identifier: [one] }).length === 0)
  return { ...rest, resourceType: 'Patient', identifier: [...others, markOf(`${nonce}-migrated`)] }
}
/** An entry about the new patient: every reference to the first leads to them. */
function about(entry: Resource, from: string, to: string): Resource {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (!isFields(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const pointer = name === 'reference' ? pointerOf(textOf(inner) ?? '') : undefined
        return [name, pointer?.type === 'Patient' && pointer.id === from ? `Patient/${to}` : turned(inner)]
      }),
    )
  }
  return turned({ ...plain(entry), resourceType: entry.resourceType }) as Resource
}

async function importOne({ client }: CheckContext, sent: Resource, made: Map<string, Resource>): Promise<string> {
  const type = sent.resourceType
  const answer = await client.ask({ method: 'POST', to: type, body: sent })
  must(
    answer.status === 201,
    'WRONG_STATUS',
    `import of a ${type} that the export gave: expected 201, got ${answer.status}`,
  )
  const id = pointerOf(client.under(answer.headers.location ?? '') ?? '')?.id ?? textOf(fieldsOf(answer.json).id)
  must(id !== undefined, 'NO_LOCATION', `import of a ${type}: expected a Location, got none`)
  made.set(`${type}/${id}`, sent)
  return id
}

async function mustComeOutAgain(context: CheckContext, made: Map<string, Resource>, before: Resource[]): Promise<void> {
  const { files } = await runExport(context)
  const same = new Map(before.map((one) => [key(one), one]))
  const types = new Set(before.map(({ resourceType }) => resourceType))
  for (const file of files.filter(({ type }) => types.has(type)))
    for await (const one of fileLines(context.client, file)) {
      mustEqual(made, one, 'what was imported comes out of the second export')
      mustEqual(same, one, 'what stood in the first export comes out of the second')
    }
  for (const name of made.keys())
    must(false, 'EXPORT_DIFFERS', `second export: it lacks the ${name.split('/')[0]} that was imported`)
  for (const name of same.keys())
    must(false, 'EXPORT_DIFFERS', `second export: it lacks the ${name.split('/')[0]} of the first`)
}

function mustEqual(expected: Map<string, Resource>, found: Resource, what: string): void {
  const sent = expected.get(key(found))
  if (sent === undefined) return
  const path = differenceOf(plain(sent), plain(found))
  must(path === undefined, 'EXPORT_DIFFERS', `${found.resourceType}: ${what} otherwise, at ${theirs(path)}`)
  expected.delete(key(found))
}
