import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FhirRouter } from '@medplum/fhir-router'
import type { ResourceType } from '@medplum/fhirtypes'
import { AccessTokens, type OtherTokens } from './access-tokens'
import { answer, type Provider } from './answer'
import type { Behaviour, GivenToken } from './behaviour'
import { Exports } from './bulk-export'
import { type Call, outside, type Reply, understand } from './call'
import { loadDefinitions } from './definitions'
import { faultNamed } from './faults/fault-list'
import { openServer, strictTransportOf } from './open-server'
import { bodyRefusal, readBody, withBody } from './read-call'
import { dataResources } from './read-data-folder'
import { outcomeOf } from './refusal'
import { seed } from './seed'
import { everyType } from './served-types'
import { Store } from './store'

export type ProviderOptions = {
  /** A name of the list of faults; sound where left out. */
  fault?: string
  /** A free one where 0 or left out. */
  port?: number
  /** A folder of `*.ndjson.gz`, kept beside the seed. */
  data?: string
  /** The name in the base; the server itself listens on 127.0.0.1. */
  host?: string
  token?: string
  /** Callers make their own token, a JWT as GP Connect has them. */
  jwt?: boolean
  /** Serves https, with a certificate of an authority of its own. */
  tls?: boolean
  /** Slots stand on the days after this moment. */
  now?: Date
  /** Some of the types that are served; all where left out. */
  types?: ResourceType[]
  /** Seconds that a client is asked to wait for an export. */
  retryAfter?: number
}
export type RunningProvider = {
  base: string
  token: string
  /** Tokens that must open nothing. */
  tokens: OtherTokens
  port: number
  /** The authority that signed its certificate, as PEM, where it serves https. */
  authority: string | undefined
  /** Publishes a word by which whoever asked for it knows that the host is ours (CS-05). */
  publish(word: string): void
  close(): Promise<void>
}

const root = '/fhir'

/** Starts a fresh provider on loopback (RP-01). Nothing of it outlives `close`. */
export async function startProvider(options: ProviderOptions = {}): Promise<RunningProvider> {
  loadDefinitions()
  const fault = options.fault === undefined ? undefined : faultNamed(options.fault)
  const behaviour: Behaviour = fault?.behaviour ?? {}
  const startedAt = options.now ?? new Date(performance.timeOrigin + performance.now())
  const store = new Store(startedAt)
  for (const resource of seed(startedAt)) await store.createResource(resource)
  if (options.data !== undefined)
    for (const resource of dataResources(options.data)) await store.createResource(resource)
  const host = options.host ?? 'sandbox.test'
  const secure = options.tls || fault?.tls !== undefined
  const { server, authority } = openServer(secure ? { host, at: startedAt, ...fault?.tls } : undefined)
  const port = await listen(server, options.port ?? 0)
  const base = `${secure ? 'https' : 'http'}://${host}:${port}${root}`
  const tokens = new AccessTokens({ token: options.token, jwt: options.jwt ?? false, base, startedAt })
  const types = options.types ?? everyType
  const exports = new Exports(base, store, startedAt, behaviour, options.retryAfter ?? 1, types)
  const provider: Provider = { base, startedAt, types, store, router: new FhirRouter(), exports, behaviour }
  let published: string | undefined
  let underway = 0
  const strictTransport = secure ? strictTransportOf(fault?.tls) : undefined
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (strictTransport) response.setHeader('strict-transport-security', strictTransport)
    if (request.url === '/.well-known/gpit-conformance.txt' && published !== undefined)
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end(`${published}\n`)
    underway++
    response.once('close', () => underway--)
    serve(request, response, provider, tokens, underway).catch(() => response.destroy())
  })
  const publish = (word: string) => {
    published = word
  }
  return { base, token: tokens.right, tokens: tokens.others, port, authority, publish, close: () => close(server) }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  tokens: AccessTokens,
  underway: number,
): Promise<void> {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const address = new URL(request.url ?? '/', 'http://sandbox.test')
  const inside = address.pathname === root || address.pathname.startsWith(`${root}/`)
  const call = understand(inside ? (request.method ?? 'GET') : outside, address, root, headers)
  const body = await readBody(request)
  const delay = provider.behaviour.delay?.(withBody(call, body), underway) ?? 0
  if (delay > 0) await new Promise((done) => setTimeout(done, delay))
  send(response, await replyTo(call, body, tokens.given(headers.authorization), provider))
}

/** A body that is not taken is refused like anything else: after the token has been looked at. */
async function replyTo(call: Call, body: Buffer | null, token: GivenToken, provider: Provider): Promise<Reply> {
  const refusal = token === 'right' ? bodyRefusal(call, body) : undefined
  if (!refusal) return answer(withBody(call, body), token, provider)
  const headers = { 'content-type': 'application/fhir+json; charset=utf-8', 'cache-control': 'no-store' }
  const usual = { status: refusal.status, headers, body: outcomeOf(refusal) }
  return provider.behaviour.sends?.(usual, call) ?? usual
}

function send(response: ServerResponse, reply: Reply): void {
  const asItIs = typeof reply.body === 'string' || Buffer.isBuffer(reply.body)
  const body = asItIs ? (reply.body as string | Buffer) : JSON.stringify(reply.body)
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(Buffer.byteLength(body)) })
  response.end(body)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
