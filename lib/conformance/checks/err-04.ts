import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed } from '../run/finding'
import { differenceOf } from './parts/difference'
import { isResource } from './parts/json'
import { make } from './parts/making'
import { mustRefuse } from './parts/outcome'
import { samplePatient } from './parts/samples'
import { offers, readStatement, typesWith } from './parts/statement'
import { claimsRecord, recordAddress } from './parts/structured-record'

const codes = ['BAD_REQUEST', 'INVALID_RESOURCE']

export const err04 = defineCheck({
  id: 'ERR-04',
  title: 'What is no JSON is refused, and changes nothing',
  requirement: 'GPC/error-handling',
  strength: 'BLOCK',
  writes: true,
  explanation:
    'A body that cannot be read answers 400 (422 is taken too) with an OperationOutcome whose issue.details.coding says BAD_REQUEST or ' +
    'INVALID_RESOURCE: for each type that declares create, JSON that breaks off; for patients also a comma too many, single quotes, two values, ' +
    'words, nothing at all, and JSON that is no object (a list, a number, a text, null); for an update of a patient where updates are declared, ' +
    'who is the same afterwards; and for the structured record. [GP Connect, error-handling page: BAD_REQUEST]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const types = typesWith(statement, 'create').map(({ type }) => type)
    const record = claimsRecord(statement) && statement.known
    if (types.length === 0 && !record) throw notClaimed('The capability statement declares no create')
    for (const type of types)
      for (const [wrong, body] of type === 'Patient' ? broken(type) : broken(type).slice(0, 1))
        await mustNotRead(context, `create of ${type} with ${wrong}`, type, body)
    if (record)
      for (const [wrong, body] of broken('Parameters'))
        await mustNotRead(context, `structured record with ${wrong}`, recordAddress, body)
    if (types.includes('Patient') && offers(statement, 'Patient', 'update')) await mustStayTheSame(context)
    return `What is no JSON is refused, and changes nothing${statement.scope}`
  },
})

async function mustNotRead({ client }: CheckContext, what: string, to: string, body: string): Promise<void> {
  mustRefuse(await client.ask({ method: 'POST', to, body }), what, [400, 422], codes, 'INVALID_ACCEPTED')
}

async function mustStayTheSame(context: CheckContext): Promise<void> {
  const { client, nonce } = context
  const { to, kept } = await make(context, { ...samplePatient(`${nonce}-broken`), resourceType: 'Patient' })
  const body = JSON.stringify(kept).slice(0, -1)
  mustRefuse(await client.ask({ method: 'PUT', to, body }), 'update with JSON that breaks off', [400, 422], codes)
  const after = await client.ask({ to })
  must(
    after.status === 200 && isResource(after.json) && differenceOf(kept, after.json) === undefined,
    'INVALID_ACCEPTED',
    'update with JSON that breaks off: it was refused, and changed the patient all the same',
  )
}

/** The first is tried of every type. */
const broken = (type: string): [wrong: string, body: string][] => [
  ['JSON that breaks off', `{"resourceType":"${type}",`],
  ['a comma too many', `{"resourceType":"${type}",}`],
  ['single quotes', `{'resourceType':'${type}'}`],
  ['two values', `{"resourceType":"${type}"}{}`],
  ['words', 'a patient, please'],
  ['nothing', ''],
  ['a list', `[{"resourceType":"${type}"}]`],
  ['a number', '17'],
  ['a text', `"${type}"`],
  ['null', 'null'],
]
