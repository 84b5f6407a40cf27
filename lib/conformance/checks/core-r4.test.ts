import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSandbox } from '../guard/sandbox-rules'
import { type Answer, type Ask, type Client, TransportError } from '../http/client'
import { createClient } from '../http/create-client'
import { providerFixtures } from '../provider/fixtures'
import { type RunningProvider, startProvider } from '../provider/start-provider'
import { reasons } from '../run/reasons'
import { runChecks } from '../run/run-checks'
import type { RunJob } from '../run/run-job'
import { coreR4 } from './core-r4'
import { type Fields, fieldsOf, listOf } from './parts/json'

const now = new Date('2026-11-29T12:00:00Z')
let provider: RunningProvider
beforeAll(async () => {
  provider = await startProvider({ now, retryAfter: 0 })
})
afterAll(() => provider.close())

/** What the sound provider answered, made into what a wrong one would have answered; undefined leaves it. */
type Bend = (answer: Answer, ask: Ask) => Partial<Answer> | undefined

function bent(bend: Bend): Client {
  const sandbox = parseSandbox(['sandbox.test=127.0.0.1'])!
  const client = createClient({ base: provider.base, token: provider.token, testRanges: ['999', '900'], sandbox })
  const { ask, lines } = client
  client.ask = async (one) => {
    const answer = await ask(one)
    const other = bend(answer, one)
    return other ? { ...answer, ...other, ...(other.json ? { body: Buffer.from(JSON.stringify(other.json)) } : {}) } : answer
  }
  client.lines = async function* (one) {
    for await (const line of lines(one)) {
      const other = bend({ url: one.to, json: JSON.parse(line), status: 200 } as Answer, { ...one, method: 'GET' })
      if (other?.json !== null) yield other?.json ? JSON.stringify(other.json) : line
    }
  }
  return client
}

async function run(ids: string[], bend: Bend = () => undefined, more: Partial<RunJob> = {}) {
  const client = bent(bend)
  const fixtures = providerFixtures(now)
  const job = { kind: 'DRYRUN', base: client.base, profile: 'core-r4', fixtures, token: provider.token } as const
  const seed = more.seed ?? 1
  const nonce = `nonce-${seed}-${Math.random().toString(36).slice(2)}`
  return runChecks(
    coreR4.filter(({ id }) => ids.includes(id)),
    { ...job, nonce, seed, readOnly: false, ...more },
    { client, today: '2026-11-29', tell: () => undefined, wait: async () => undefined },
  ).then((ran) => ({ ...ran, requests: client.exchanges.length }))
}

/** Changes the JSON of answers to addresses that fit. */
const json =
  (address: RegExp, change: (body: Fields, ask: Ask) => unknown): Bend =>
  (answer, ask) => {
    if (!address.test(answer.url) || answer.status >= 400) return undefined
    const body = structuredClone(fieldsOf(answer.json))
    const other = change(body, ask)
    return { json: other === undefined ? body : other }
  }
const at =
  (address: RegExp, more: Partial<Answer>, method = 'GET'): Bend =>
  (answer, ask) =>
    address.test(answer.url) && (ask.method ?? 'GET') === method ? more : undefined
const header = (address: RegExp, name: string, value: string, method?: string): Bend => (answer, ask) =>
  at(address, { headers: { ...answer.headers, [name]: value } }, method)(answer, ask)
const [metadata, smart, record] = [/metadata$/, /smart-configuration$/, /getstructuredrecord$/]
const entries = (body: Fields, type: string) =>
  listOf(body.entry).map(({ resource }) => fieldsOf(resource)).filter(({ resourceType }) => resourceType === type)
const without = (type: string) => (body: Fields) => {
  body.entry = listOf(body.entry).filter(({ resource }) => fieldsOf(resource).resourceType !== type)
}
const rest = (body: Fields) => listOf(body.rest)[0]!
const inRecord = (type: string, change: (resource: Fields) => void) =>
  json(record, (body) => entries(body, type).slice(0, 1).forEach(change))
const other = (body: Fields) => ({ ...body, entry: [...listOf(body.entry), listOf(body.entry)[0]] })

/** Further ways to be wrong stand with the provider; these need one that is wrong in the middle of an answer. */
const cases: [check: string, reason: string, how: string, bend: Bend][] = [
  ['CAP-01', 'WRONG_STATUS', 'refuses', at(metadata, { status: 503 })],
  ['CAP-01', 'WRONG_SHAPE', 'answers another resource', json(metadata, () => ({ resourceType: 'Patient' }))],
  ['CAP-01', 'WRONG_SHAPE', 'answers a list', json(metadata, () => [1])],
  ['CAP-01', 'WRONG_FHIR_VERSION', 'is of R5', json(metadata, (body) => void (body.fhirVersion = '5.0.0'))],
  ['CAP-01', 'NOT_AN_INSTANCE', 'describes a kind of system', json(metadata, (body) => void (body.kind = 'capability'))],
  ['CAP-01', 'NOT_VALID', 'breaks an invariant', json(metadata, (body) => void delete body.implementation)],
  ['CAP-01', 'NOT_VALID', 'is only a client', json(metadata, (body) => void (rest(body).mode = 'client'))],
  ['CAP-01', 'NOT_VALID', 'declares a type that R4 has not', json(metadata, (body) => void (listOf(rest(body).resource)[0]!.type = 'Sick'))],
  ['CAP-02', 'PARAMETER_REFUSED', 'refuses one', at(/Slot\?.*schedule=/, { status: 500 })],
  ['CAP-02', 'WRONG_TYPE', 'finds another type', json(/Device\?.*type=/, (body) => void (body.entry = [{ resource: { resourceType: 'Patient', id: 'x' } }]))],
  ['HDR-01', 'WRONG_CONTENT_TYPE', 'is wrong in one error', (answer) => (answer.status === 401 ? { headers: {} } : undefined)],
  ['HDR-02', 'MAY_BE_STORED', 'only mentions it', header(/Condition\?/, 'cache-control', 'private, x="no-store"')],
  ['AUTH-01', 'OPEN_ACCESS', 'finds nobody for strangers', (answer, ask) => (ask.token === 'none' && /Slot$/.test(answer.url) ? { status: 200 } : undefined)],
  ['AUTH-01', 'OPEN_ACCESS', 'searches by POST', (_, ask) => (ask.to === 'Patient/_search' ? { status: 200 } : undefined)],
  ['AUTH-01', 'NO_OUTCOME', 'gives the data with a 401', (answer) => (answer.status === 401 && /Patient\//.test(answer.url) ? { json: { resourceType: 'Patient' } } : undefined)],
  ['SMART-01', 'UNSAFE_ADDRESS', 'sends keys over http', json(smart, (body) => void (body.jwks_uri = 'http://elsewhere.example/k'))],
  ['SMART-01', 'WRONG_SHAPE', 'gives a text for a list', json(smart, (body) => void (body.capabilities = 'launch-ehr'))],
  ['SMART-01', 'WRONG_SHAPE', 'launches without authorisation', json(smart, (body) => void delete body.authorization_endpoint)],
  ['ERR-01', 'WRONG_STATUS', 'breaks on a quote', at(/OR%20/, { status: 500 })],
  ['ERR-01', 'INTERNALS_SHOWN', 'tells its path', (answer) => (answer.status === 404 ? { body: Buffer.from('ENOENT: /var/www/x') } : undefined)],
  ['ERR-02', 'PARAMETER_IGNORED', 'ignores it beside another', json(/$/, () => undefined)],
  ['ERR-03', 'INVALID_ACCEPTED', 'takes one', (answer, ask) => (ask.method === 'POST' && JSON.stringify(ask.body ?? '').includes('neither') ? { status: 201 } : undefined)],
  ['SRCH-01', 'TOTAL_DIFFERS', 'counts two', json(/nhs-number%7C9000000009/, (body) => void (body.total = 2))],
  ['SRCH-01', 'WRONG_PATIENT', 'gives a neighbour besides', json(/identifier=9000000017/, (body) => void ((body.entry as unknown[]).push({ resource: { resourceType: 'Patient', id: 'p1' }, search: { mode: 'include' } })))],
  ['PAGE-01', 'NO_SELF_LINK', 'has no self', json(/Encounter\?/, (body) => void (body.link = listOf(body.link).filter(({ relation }) => relation !== 'self')))],
  ['PAGE-01', 'OUTSIDE_BASE', 'leads out by first', json(/Encounter\?/, (body) => void listOf(body.link).push({}) ?? void (body.link as unknown[]).push({ relation: 'first', url: 'https://elsewhere.example/' }))],
  ['PAGE-01', 'ITEM_TWICE', 'has one twice on a page', json(/Encounter\?/, other)],
  ['PAGE-01', 'WRONG_TYPE', 'mixes types', json(/Encounter\?/, (body) => ({ ...body, entry: [...listOf(body.entry), { resource: { resourceType: 'Slot', id: 's' } }] }))],
  ['PAGE-01', 'WRONG_SHAPE', 'has an entry without a resource', json(/Encounter\?/, (body) => ({ ...body, entry: [{}] }))],
  ['WRT-01', 'NO_LOCATION', 'does not say where', header(/Patient$/, 'location', '', 'POST')],
  ['WRT-01', 'OUTSIDE_BASE', 'says elsewhere', header(/Patient$/, 'location', 'https://elsewhere.example/Patient/1', 'POST')],
  ['WRT-01', 'READ_DIFFERS', 'sorts a list', json(/Patient\/[^$]+$/, (body) => void (body.name as unknown[])?.reverse())],
  ['WRT-01', 'READ_DIFFERS', 'rounds a decimal', json(/Observation\//, (body) => void (body.valueQuantity = { ...fieldsOf(body.valueQuantity), value: 0.09 }))],
  ['WRT-01', 'READ_DIFFERS', 'adds an element', json(/Condition\//, (body) => void (body.onsetAge = { value: 1 }))],
  ['REC-01', 'OTHER_PATIENT', 'performs on another', inRecord('MedicationStatement', (one) => void (one.informationSource = { reference: 'Patient/p9' }))],
  ['REC-01', 'OTHER_PATIENT', 'names another by number', inRecord('MedicationRequest', (one) => void (one.note = [{ text: 'see 9000000017 and 9000000009' }]))],
  ['REC-01', 'SUBJECT_MISSING', 'is about nobody', inRecord('AllergyIntolerance', (one) => void delete one.patient)],
  ['REC-01', 'LISTS_DIFFER', 'lists what is not there', json(record, without('AllergyIntolerance'))],
  ['REC-01', 'LISTS_DIFFER', 'has no lists', json(record, without('List'))],
  ['REC-01', 'LISTS_DIFFER', 'lists not all', inRecord('List', (one) => void (one.entry = listOf(one.entry).slice(1)))],
  ['REC-01', 'RECORD_DIFFERS', 'has not all, and lists not all', json(record, (body) => (entries(body, 'List').forEach((one) => void (one.entry = listOf(one.entry).filter(({ item }) => !/Allergy/.test(JSON.stringify(item))))), without('AllergyIntolerance')(body)))],
  ['REC-01', 'WRONG_PATIENT', 'is of another', inRecord('Patient', (one) => void (one.identifier = []))],
  ['REC-01', 'ITEM_TWICE', 'has one twice', json(record, other)],
  ['REC-01', 'WRONG_SHAPE', 'is a searchset', json(record, (body) => void (body.type = 'searchset'))],
  ['REC-02a', 'INVALID_ACCEPTED', 'takes one', at(record, { status: 200 }, 'POST')],
  ['REC-02b', 'WRONG_STATUS', 'gives an empty record', at(record, { status: 200 }, 'POST')],
  ['APT-03', 'NO_VERSION', 'has no ETag', header(/Appointment$/, 'etag', '', 'POST')],
  ['APT-03', 'READ_DIFFERS', 'keeps other times', json(/Appointment\//, (body) => void (body.start = '2020-01-01T00:00:00Z'))],
  ['APT-03', 'SLOT_STILL_FREE', 'keeps its slot free', json(/Slot\/slot/, (body) => void (body.status = 'free'))],
  ['APT-04', 'ITEM_MISSING', 'loses the first', json(/Appointment\?/, (body) => ({ ...body, entry: [], total: 0 }))],
  ['EXP-01', 'WRONG_STATUS', 'answers at once', at(/\$export$/, { status: 200 })],
  ['EXP-01', 'OUTSIDE_BASE', 'has its files elsewhere', json(/export-status/, (body) => void (listOf(body.output)[0]!.url = 'https://elsewhere.example/x'))],
  ['EXP-01', 'WRONG_MANIFEST', 'has no time', json(/export-status/, (body) => void delete body.transactionTime)],
  ['EXP-01', 'WRONG_FILE', 'counts one more', json(/export-status/, (body) => void (listOf(body.output)[0]!.count = 99))],
  ['EXP-01', 'WRONG_FILE', 'mixes types', json(/export-files\/.*Slot/, () => ({ resourceType: 'Patient', id: 'x' }))],
  ['EXP-01', 'EXPORT_DIFFERS', 'changes a number', json(/export-files\/.*Patient/, (body) => void (body.identifier = body.id === 'p1' ? [] : body.identifier))],
  ['EXP-01', 'EXPORT_DIFFERS', 'searches for fewer', json(/Patient\?_count/, (body) => ({ ...body, entry: listOf(body.entry).slice(1) }))],
  ['EXP-01', 'EXPORT_NOT_FINISHED', 'never ends', at(/export-status/, { status: 202, headers: {} })],
  ['PERF-01', 'TOO_SLOW', 'is slow once in ten', (answer) => (/9000000017/.test(answer.url) ? { ms: 3_000 } : undefined)],
  ['PERF-01', 'NO_ANSWER_IN_TIME', 'is silent', (answer) => { if (/identifier/.test(answer.url)) throw new TransportError('HEADERS_TIMEOUT', 0, 10_000); return undefined }],
]
