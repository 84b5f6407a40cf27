import { createHash } from 'node:crypto'
import type { Answer } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { type Fields, fieldsOf, keyOf, listOf, type Resource, textOf } from './parts/json'
import { mustRefuse } from './parts/outcome'
import { patientOf } from './parts/patient'
import { patientIdOf } from './parts/references'
import { searchAll } from './parts/search'
import { offers, readStatement } from './parts/statement'

/** Of how many patients, and of each of them how many contents are fetched. */
const [mostPatients, mostContents] = [3, 2]

export const doc01 = defineCheck({
  id: 'DOC-01',
  title: 'Documents are those of the asked patient, as described',
  requirement: 'GPC/documents',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'The search of DocumentReference for one patient (the first three fixture patients) gives documents whose subject is that patient, each with a ' +
    'status and content; no document stands under two patients. Each content names its type, its size or hash (SHA-1), and an address under the base or data. ' +
    'That address (the first two of each patient) answers 200 with no-store, the type and exactly the bytes that were described, refuses whoever has no ' +
    'token, and where a Binary names a security context it is that patient or document. An unknown Binary answers 404. ' +
    '[GP Connect, access document: search and retrieve]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const declared = statement.declared.find(({ type }) => type === 'DocumentReference')
    const by = ['patient', 'subject'].find((name) => declared?.searchParameters.includes(name))
    if (!declared?.interactions.includes('search-type') || by === undefined)
      throw notClaimed('The capability statement declares no search of DocumentReference by patient')
    const owners = new Map<string, string>()
    for (const number of context.fixtures.nhsNumbers.slice(0, mostPatients)) {
      const patient = await patientOf(context, number)
      if (patient === undefined) continue
      const to = `DocumentReference?${by}=${encodeURIComponent(`Patient/${patient}`)}&_count=50`
      const documents = (await searchAll(context, to, 'search of documents')) ?? []
      for (const one of documents) mustBeTheirs(one, patient, owners)
      let fetched = 0
      for (const one of documents)
        for (const { attachment } of listOf(one.content)) {
          if (fetched++ < mostContents) await mustBeAsDescribed(context, one, fieldsOf(attachment), patient)
        }
    }
    if (owners.size === 0) throw notExercised('NO_DATA', 'No fixture patient has a document')
    if (offers(statement, 'Binary', 'read')) {
      const unknown = await context.client.ask({ to: `Binary/unknown-${context.nonce.slice(0, 12)}` })
      mustRefuse(unknown, 'read of an unknown Binary', [404])
    }
    return 'Documents are those of the asked patient, and their contents are as described'
  },
})

function mustBeTheirs(document: Resource, patient: string, owners: Map<string, string>): void {
  const what = 'search of documents'
  must(document.resourceType === 'DocumentReference', 'WRONG_TYPE', `${what}: expected documents alone`)
  must(patientIdOf(document) === patient, 'OTHER_PATIENT', `${what}: one is not about the patient who was asked for`)
  const key = keyOf(document)
  must(key !== undefined, 'WRONG_SHAPE', `${what}: a document has no id`)
  must(!owners.has(key), 'OTHER_PATIENT', `${what}: a document is given twice, or for two patients`)
  owners.set(key, patient)
  must(textOf(document.status), 'WRONG_SHAPE', `${what}: a document has no status`)
  must(listOf(document.content).length > 0, 'WRONG_SHAPE', `${what}: a document has no content`)
}

async function mustBeAsDescribed(context: CheckContext, document: Resource, attachment: Fields, patient: string) {
  const { client } = context
  const what = 'content of a document'
  const type = textOf(attachment.contentType)
  must(type !== undefined, 'WRONG_SHAPE', `${what}: expected attachment.contentType, got none`)
  const { size, hash, data } = attachment
  must(
    size !== undefined || hash !== undefined,
    'WRONG_SHAPE',
    `${what}: expected attachment.size or hash, got neither`,
  )
  if (typeof data === 'string') return mustFit(Buffer.from(data, 'base64'), attachment, what)
  const given = textOf(attachment.url)
  must(given !== undefined, 'WRONG_SHAPE', `${what}: expected attachment.url or data, got neither`)
  const to = client.under(given)
  must(to !== undefined, 'OUTSIDE_BASE', `${what}: its address leads outside the base; nothing was sent there`)
  const answer = await client.ask({ to, headers: { accept: type } })
  mustFit(contentOf(answer, type, what), attachment, what)
  mustRefuse(await client.ask({ to, token: 'none' }), `${what} with no token`, [401, 403], undefined, 'OPEN_ACCESS')
  if (!/\/Binary\/[^/]+$/.test(to)) return
  const { json } = await client.ask({ to })
  const guarded = textOf(fieldsOf(fieldsOf(json).securityContext).reference)
  const allowed = [`Patient/${patient}`, keyOf(document)]
  must(
    guarded === undefined ||
      allowed.some((one) => one !== undefined && (guarded === one || guarded.endsWith(`/${one}`))),
    'OTHER_PATIENT',
    `${what}: its Binary names another security context than the patient or the document`,
  )
}

/** The bytes themselves, or those in the Binary that a server answers instead. */
function contentOf({ status, headers, body, json }: Answer, type: string, what: string): Buffer {
  must(status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${status}`)
  const kept = (headers['cache-control'] ?? '').toLowerCase()
  must(/(^|[\s,])no-store($|[\s,])/.test(kept), 'MAY_BE_STORED', `${what}: expected Cache-Control no-store`)
  const binary = fieldsOf(json)
  const wrapped = binary.resourceType === 'Binary' && typeof binary.data === 'string'
  const claimed = wrapped ? textOf(binary.contentType) : headers['content-type']
  must(
    plainType(claimed) === plainType(type),
    'WRONG_CONTENT_TYPE',
    `${what}: expected the type that the document names, got ${theirs(claimed)}`,
  )
  return wrapped ? Buffer.from(binary.data as string, 'base64') : body
}
const plainType = (type: string | undefined): string => (type ?? '').split(';')[0]!.trim().toLowerCase()

function mustFit(bytes: Buffer, { size, hash }: Fields, what: string): void {
  must(
    size === undefined || size === bytes.length,
    'CONTENT_DIFFERS',
    `${what}: its length is not that of attachment.size`,
  )
  const sha1 = createHash('sha1').update(bytes).digest('base64')
  must(hash === undefined || hash === sha1, 'CONTENT_DIFFERS', `${what}: its SHA-1 is not that of attachment.hash`)
}
