import type { Answer } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { differenceOf } from './parts/difference'
import { type Fields, isResource, listOf, type Resource } from './parts/json'
import { type Made, make, plain, versionIn } from './parts/making'
import { mustRefuse } from './parts/outcome'
import { sampleEntries, samplePatient } from './parts/samples'
import { readStatement, typesWith } from './parts/statement'

export const wrt02 = defineCheck({
  id: 'WRT-02',
  title: 'Nobody overwrites what they have not seen',
  requirement: 'S26',
  strength: 'PARTIAL',
  writes: true,
  explanation:
    'For a patient and one entry of each clinical type that declares create and update (and is not declared without versions): an update with ' +
    'the version that stands, in If-Match, answers 200 with a new version and is what the read then gives. The same If-Match again, and for ' +
    'a patient one that names a version that never was, answer 412 with an OperationOutcome, and the read gives the resource as it was before, with its ' +
    'version. Of two updates at once with the same If-Match, one is made and one answers 412. [S26; FHIR R4, RESTful API: managing resource contention]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const creatable = typesWith(statement, 'create').map(({ type }) => type)
    const types = typesWith(statement, 'update')
      .filter(({ type, versioning }) => creatable.includes(type) && versioning !== 'no-version')
      .map(({ type }) => type)
    if (types.length === 0)
      throw notClaimed('The capability statement declares no type with create, update and versions')
    const mark = `${context.nonce}-version`
    const patient = await make(context, { ...samplePatient(mark), resourceType: 'Patient' })
    const entries = sampleEntries(`Patient/${patient.id}`, mark).filter(({ resourceType }) =>
      types.includes(resourceType),
    )
    const made = types.includes('Patient') ? [patient] : []
    for (const entry of entries) made.push(await make(context, entry))
    if (made.length === 0)
      throw notExercised('NO_DATA', 'No type that could be changed is one that this check can make')
    for (const one of made) await mustGuard(context, one)
    await mustLetOneWin(context, made[0]!)
    return `An update that has not seen the last version is refused with 412, and changes nothing${statement.scope}`
  },
})

const changed = (kept: Resource, how: string): Resource => ({
  ...kept,
  identifier: [...listOf(kept.identifier), { system: 'https://conformance.example/id/change', value: how }],
})
const update = ({ client }: CheckContext, { to }: Made, version: string, body: Fields): Promise<Answer> =>
  client.ask({ method: 'PUT', to, headers: { 'if-match': `W/"${version}"` }, body })

async function mustGuard(context: CheckContext, made: Made): Promise<void> {
  const what = `update of ${made.kept.resourceType}`
  must(made.version !== undefined, 'NO_VERSION', `${what}: expected a version in the read, got none`)
  const wanted = changed(made.kept, 'seen')
  const first = await update(context, made, made.version, wanted)
  must(first.status === 200, 'WRONG_STATUS', `${what} with the version that stands: expected 200, got ${first.status}`)
  const after = await readOf(context, made, what)
  const path = differenceOf(plain(wanted), plain(after.json as Fields))
  must(path === undefined, 'READ_DIFFERS', () => `${what}: expected what was sent, read otherwise at ${theirs(path)}`)
  must(versionIn(after) !== made.version, 'NO_VERSION', `${what}: expected a new version, got the old one`)
  // How a server compares versions is the same for all types: one that never was is tried of the patient alone.
  const never: [string, string][] = made.kept.resourceType === 'Patient' ? [['a version that never was', 'none-0']] : []
  for (const [named, version] of [['an old version', made.version] as const, ...never]) {
    const stale = await update(context, made, version, changed(made.kept, 'unseen'))
    mustRefuse(stale, `${what} with ${named}`, [412], undefined, 'OVERWRITTEN')
    const still = await readOf(context, made, what)
    must(
      differenceOf(after.json, still.json) === undefined && versionIn(still) === versionIn(after),
      'OVERWRITTEN',
      `${what} with ${named}: it was refused, and changed the resource all the same`,
    )
  }
}

async function mustLetOneWin(context: CheckContext, made: Made): Promise<void> {
  const before = await readOf(context, made, 'update')
  const version = versionIn(before)!
  const answers = await Promise.all(
    ['one', 'other'].map((how) => update(context, made, version, changed(before.json as Resource, how))),
  )
  const won = answers.filter(({ status }) => status === 200).length
  must(won < 2, 'OVERWRITTEN', 'two updates at once with the same version: expected one to be made, both were')
  must(won === 1, 'WRONG_STATUS', 'two updates at once with the same version: expected one to be made, none was')
  for (const answer of answers)
    if (answer.status !== 200) mustRefuse(answer, 'the later of two updates at once', [412], undefined, 'OVERWRITTEN')
}

async function readOf({ client }: CheckContext, { to }: Made, what: string): Promise<Answer> {
  const read = await client.ask({ to })
  must(
    read.status === 200 && isResource(read.json),
    'WRONG_STATUS',
    `${what}: its read expected 200, got ${read.status}`,
  )
  return read
}
