import type { Answer } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed } from '../run/finding'
import { theirs } from '../run/theirs'
import { differenceOf } from './parts/difference'
import { type Fields, isResource, type Resource } from './parts/json'
import { sampleEntries, samplePatient } from './parts/samples'
import { readStatement, typesWith } from './parts/statement'

export const wrt01 = defineCheck({
  id: 'WRT-01',
  title: 'What is written is what is read',
  requirement: 'S26',
  strength: 'PARTIAL',
  writes: true,
  explanation:
    'A create of a patient, and of one entry of each clinical type that declares create, answers 201 with a Location under the base whose read ' +
    'gives exactly what was sent: every element, lists in their order, decimals, dates before 1970 and partial ones, names such as O’Brien-Ł. ' +
    'The server may add id, meta and text. [S26 Data Migration: data arrives as it was]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const creatable = typesWith(statement, 'create').map(({ type }) => type)
    if (statement.known && !creatable.includes('Patient'))
      throw notClaimed('The capability statement declares no create of Patient')
    const id = await writeAndRead(context, { ...samplePatient(context.nonce), resourceType: 'Patient' })
    for (const entry of sampleEntries(`Patient/${id}`, context.nonce))
      if (creatable.includes(entry.resourceType)) await writeAndRead(context, entry)
    return `Everything that was written reads back as it was sent${statement.scope}`
  },
})

/** @returns the id that was given */
async function writeAndRead({ client }: CheckContext, sent: Resource): Promise<string> {
  const what = `create of ${sent.resourceType}`
  const created = await client.ask({ method: 'POST', to: sent.resourceType, body: sent })
  must(created.status === 201, 'WRONG_STATUS', `${what}: expected 201, got ${created.status}`)
  const address = placeOf(created, sent.resourceType, what, (given) => client.under(given))
  const read = await client.ask({ to: address.to })
  must(read.status === 200, 'WRONG_STATUS', `${what}: its Location expected 200, got ${read.status}`)
  must(isResource(read.json), 'WRONG_SHAPE', `${what}: its Location gave no resource`)
  must(read.json.id === address.id, 'READ_DIFFERS', `${what}: its Location gave a resource with another id`)
  mustEqual(sent, read.json, what)
  if (sent.resourceType !== 'Patient') return address.id
  const byId = await client.ask({ to: `${sent.resourceType}/${address.id}` })
  must(isResource(byId.json) && byId.status === 200, 'WRONG_STATUS', `${what}: its read by id gave no resource`)
  mustEqual(sent, byId.json, what)
  return address.id
}

/** Location: whole or relative, with or without the version (FHIR http, create). */
function placeOf({ headers }: Answer, type: string, what: string, under: (given: string) => string | undefined) {
  const given = headers.location
  must(given, 'NO_LOCATION', `${what}: expected a Location, got none`)
  const to = under(given)
  must(to !== undefined, 'OUTSIDE_BASE', `${what}: its Location leads outside the base`)
  const id = new RegExp(`/${type}/([A-Za-z0-9.-]{1,64})(/_history/[A-Za-z0-9.-]{1,64})?$`).exec(to)?.[1]
  must(id, 'NO_LOCATION', `${what}: expected a Location such as ${type}/id/_history/version`)
  return { to, id }
}

function mustEqual(sent: Resource, read: Resource, what: string): void {
  const path = differenceOf(plain(sent), plain(read))
  must(path === undefined, 'READ_DIFFERS', `${what}: expected what was sent, read otherwise at ${theirs(path)}`)
}
const plain = ({ id, meta, text, ...rest }: Fields): Fields => rest
