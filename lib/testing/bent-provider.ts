import { coreR4 } from '../conformance/checks/core-r4'
import { type Fields, fieldsOf, listOf } from '../conformance/checks/parts/json'
import { parseSandbox } from '../conformance/guard/sandbox-rules'
import type { Answer, Ask, Client } from '../conformance/http/client'
import { createClient } from '../conformance/http/create-client'
import { providerFixtures } from '../conformance/provider/fixtures'
import { type RunningProvider, startProvider } from '../conformance/provider/start-provider'
import { runChecks } from '../conformance/run/run-checks'
import type { RunJob } from '../conformance/run/run-job'

const now = new Date('2026-11-29T12:00:00Z')
/** The sound provider, once for a test file. */
let provider: RunningProvider
export async function startSound(): Promise<RunningProvider> {
  provider = await startProvider({ now, jwt: true, retryAfter: 0 })
  return provider
}

/** What the sound provider answered, made into what a wrong one would have answered; undefined leaves it. */
export type Bend = (answer: Answer, ask: Ask) => Partial<Answer> | undefined

function bent(bend: Bend): Client {
  const sandbox = parseSandbox(['sandbox.test=127.0.0.1'])!
  const client = createClient({ base: provider.base, token: provider.token, testRanges: ['999', '900'], sandbox })
  const { ask, lines } = client
  client.ask = async (one) => {
    const answer = await ask(one)
    const other = bend(answer, one)
    return other
      ? { ...answer, ...other, ...(other.json ? { body: Buffer.from(JSON.stringify(other.json)) } : {}) }
      : answer
  }
  client.lines = async function* (one) {
    for await (const line of lines(one)) {
      const other = bend({ url: one.to, json: JSON.parse(line), status: 200 } as Answer, { ...one, method: 'GET' })
      if (other?.json !== null) yield other?.json ? JSON.stringify(other.json) : line
    }
  }
  return client
}

export async function run(ids: string[], bend: Bend = () => undefined, more: Partial<RunJob> = {}) {
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

/** Puts another body in the place of answers to addresses that fit. */
export const instead =
  (address: RegExp, make: (body: Fields) => unknown): Bend =>
  (answer) =>
    address.test(answer.url) && answer.status < 400 ? { json: make(structuredClone(fieldsOf(answer.json))) } : undefined
/** Changes the body of answers to addresses that fit. */
export const json = (address: RegExp, change: (body: Fields) => unknown): Bend =>
  instead(address, (body) => {
    change(body)
    return body
  })
export const at =
  (address: RegExp, more: Partial<Answer>, method = 'GET'): Bend =>
  (answer, ask) =>
    address.test(answer.url) && (ask.method ?? 'GET') === method ? more : undefined
export const header =
  (address: RegExp, name: string, value: string, method?: string): Bend =>
  (answer, ask) =>
    at(address, { headers: { ...answer.headers, [name]: value } }, method)(answer, ask)
export const [metadata, smart, record] = [/metadata$/, /smart-configuration$/, /getstructuredrecord$/]
export const entries = (body: Fields, type: string) =>
  listOf(body.entry)
    .map(({ resource }) => fieldsOf(resource))
    .filter(({ resourceType }) => resourceType === type)
export const without = (type: string) => (body: Fields) => {
  body.entry = listOf(body.entry).filter(({ resource }) => fieldsOf(resource).resourceType !== type)
}
export const rest = (body: Fields) => listOf(body.rest)[0]!
export const inRecord = (type: string, change: (resource: Fields) => void) =>
  json(record, (body) => entries(body, type).slice(0, 1).forEach(change))
export const other = (body: Fields) => ({ ...body, entry: [...listOf(body.entry), listOf(body.entry)[0]] })
