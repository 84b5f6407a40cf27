import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FhirRouter } from '@medplum/fhir-router'
import type { ResourceType } from '@medplum/fhirtypes'
import { answer, type Provider } from './answer'
import type { Behaviour, GivenToken } from './behaviour'
import { Exports } from './bulk-export'
import { type Call, type Reply, understand } from './call'
import { loadDefinitions } from './definitions'
import { faultNamed } from './faults/fault-list'
import { dataResources } from './read-data-folder'
import { outcomeOf, Refusal } from './refusal'
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
  port: number
  /** Publishes a word by which whoever asked for it knows that the host is ours (CS-05). */
  publish(word: string): void
  close(): Promise<void>
}

const root = '/fhir'
const largestBody = 1_000_000

/** Starts a fresh provider on loopback (RP-01). Nothing of it outlives `close`. */
export async function startProvider(options: ProviderOptions = {}): Promise<RunningProvider> {
  loadDefinitions()
  const behaviour: Behaviour = options.fault === undefined ? {} : faultNamed(options.fault).behaviour
  const startedAt = options.now ?? new Date(performance.timeOrigin + performance.now())
  const store = new Store(startedAt)
  for (const resource of seed(startedAt)) await store.createResource(resource)
  if (options.data !== undefined)
    for (const resource of dataResources(options.data)) await store.createResource(resource)
  const token = options.token ?? randomBytes(24).toString('base64url')
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const base = `http://${options.host ?? 'sandbox.test'}:${port}${root}`
  const types = options.types ?? everyType
  const exports = new Exports(base, store, startedAt, behaviour, options.retryAfter ?? 1, types)
  const provider: Provider = { base, startedAt, types, store, router: new FhirRouter(), exports, behaviour }
  let published: string | undefined
  server.on('request', (request, response) => {
    if (request.url === '/.well-known/gpit-conformance.txt' && published !== undefined)
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end(`${published}\n`)
    serve(request, response, provider, token).catch(() => response.destroy())
  })
  const publish = (word: string) => {
    published = word
  }
  return { base, token, port, publish, close: () => close(server) }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  token: string,
): Promise<void> {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const address = new URL(request.url ?? '/', 'http://sandbox.test')
  const inside = address.pathname === root || address.pathname.startsWith(`${root}/`)
  const call = understand(inside ? (request.method ?? 'GET') : 'OUTSIDE', address, root, headers)
  const body = await read(request)
  const delay = provider.behaviour.delay?.(withJson(call, body)) ?? 0
  if (delay > 0) await new Promise((done) => setTimeout(done, delay))
  send(response, await replyTo(call, body, given(headers.authorization, token), provider))
}

/** A body that is no JSON, or too long, is refused like anything else: after the token has been looked at. */
async function replyTo(call: Call, body: Buffer | null, token: GivenToken, provider: Provider): Promise<Reply> {
  const writes = call.kind === 'create' || call.kind === 'update' || call.kind === 'record'
  if (token !== 'right' || !writes) return answer(withJson(call, body), token, provider)
  const refusal =
    body === null
      ? new Refusal(413, 'BAD_REQUEST', 'The body is too long')
      : !/^application\/(fhir\+)?json/.test(call.headers['content-type'] ?? '')
        ? new Refusal(415, 'BAD_REQUEST', 'A body must be application/fhir+json')
        : withJson(call, body).body === undefined
          ? new Refusal(400, 'BAD_REQUEST', 'The body is no JSON')
          : null
  if (!refusal) return answer(withJson(call, body), token, provider)
  const headers = { 'content-type': 'application/fhir+json; charset=utf-8', 'cache-control': 'no-store' }
  const usual = { status: refusal.status, headers, body: outcomeOf(refusal) }
  return provider.behaviour.sends?.(usual, call) ?? usual
}

function withJson(call: Call, body: Buffer | null): Call {
  if (!body || body.length === 0) return call
  try {
    return { ...call, body: JSON.parse(body.toString('utf8')) }
  } catch {
    return call
  }
}

async function read(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length <= largestBody) parts.push(part)
  }
  return length > largestBody ? null : Buffer.concat(parts)
}

function send(response: ServerResponse, reply: Reply): void {
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(Buffer.byteLength(body)) })
  response.end(body)
}

function given(authorization: string | undefined, token: string): GivenToken {
  if (authorization === undefined) return 'none'
  const offered = Buffer.from(/^Bearer (.+)$/i.exec(authorization)?.[1] ?? '')
  const right = Buffer.from(token)
  return offered.length === right.length && timingSafeEqual(offered, right) ? 'right' : 'wrong'
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
