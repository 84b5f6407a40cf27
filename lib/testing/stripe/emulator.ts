import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import type { Fault } from './chaos'
import { Deliveries, type Endpoint, type Post } from './deliveries'
import { type Answer, hashOf, Idempotency } from './idempotency'
import { InProcess } from './in-process'
import { makePayout, movePayout } from './payouts'
import { requestSchemas } from './request-schemas'
import { type Asked, serve } from './serve'
import { World } from './world'

export type Options = {
  /** The instant of the test clock in seconds; it stands still unless `ticking`. */
  now?: number
  ticking?: boolean
  /** Decides what goes wrong with a request. */
  fault?: (asked: Asked) => Fault | undefined
  /** How an event reaches its endpoint; over HTTP where left out. */
  post?: Post
}
export type Emulator = Awaited<ReturnType<typeof startEmulator>>

const overHttp: Post = async (url, body, headers) => (await fetch(url, { method: 'POST', body, headers })).status

/** Starts the stand-in on a free port of loopback. Close it when the test is over. */
export async function startEmulator(options: Options = {}) {
  const schemas = await requestSchemas()
  const second = () => Math.floor(Date.now() / 1000)
  const fresh = () => new World(options.now ?? second(), (event) => deliveries.add(event))
  let [world, keys] = [fresh(), new Idempotency()]
  const fixed: Endpoint[] = []
  const deliveries = new Deliveries(endpoints, () => world.now, options.post ?? overHttp)
  const requests: Asked[] = []
  const handles = { fault: options.fault }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo

  return {
    port,
    base: `http://127.0.0.1:${port}`,
    get world() {
      return world
    },
    deliveries,
    /** Every request that came, in order. */
    requests,
    /** May be changed while it runs. */
    handles,
    /** A client as the portal makes one: the official SDK and nothing else. */
    client: (key = 'sk_test_emulator', more: ConstructorParameters<typeof Stripe>[1] = {}) =>
      new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false, ...more }),
    /** The same without a wire in between, for thousands of calls. */
    inProcess: () =>
      new Stripe('sk_test_emulator', { httpClient: new InProcess(respond), maxNetworkRetries: 0, telemetry: false }),
    /** An endpoint with these secrets, made without the API: both sign while one takes the other's place. */
    addEndpoint: (url: string, ...secrets: string[]) => fixed.push({ url, secrets, enabled_events: ['*'] }),
    /** An empty world on the same port, with the same endpoints. */
    reset: () => {
      world = fresh()
      keys = new Idempotency()
      deliveries.clear()
      requests.length = 0
    },
    advance: (seconds: number) => {
      world.now += seconds
    },
    balanceOf: (account: string | null) => world.balanceOf(account),
    /** What a connected account holds goes to its bank by itself. */
    payOut: (account: string) => makePayout(world, account, { amount: world.balanceOf(account), automatic: true }),
    movePayout: (account: string, id: string, to: 'in_transit' | 'paid' | 'failed') =>
      movePayout(world, account, id, to),
    close: () => close(server),
  }

  function endpoints(): Endpoint[] {
    const made = world.all<Stripe.WebhookEndpoint>('webhook_endpoint')
    return [...fixed, ...made.map(({ url, secret, enabled_events }) => ({ url, secrets: [secret!], enabled_events }))]
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const made = respond(await read(request))
    if (made === 'cut') request.socket.destroy()
    else send(response, made.status, made.body)
  }

  function respond(asked: Asked): Answer | 'cut' {
    if (options.ticking) world.now = Math.max(world.now, second())
    requests.push(asked)
    const fault = handles.fault?.(asked)
    if (fault === 'cut-before') return 'cut'
    if (fault === 'rate-limited') return { status: 429, body: error('rate_limit', 'Too many requests') }
    const failure = { status: 500, body: error('api_error', 'Something went wrong') }
    if (fault === 'fail-before') return failure
    const made = serve(world, schemas, keys, asked)
    if (made.status >= 300 || asked.method !== 'POST' || fault === undefined) return made
    if (fault === 'cut-after') return 'cut'
    if (fault === 'fail-after-kept' && asked.key) keep(asked, failure)
    return failure
  }

  function keep(asked: Asked, failure: Answer): void {
    const hash = hashOf(asked.method, asked.path, asked.body, asked.account ?? '')
    keys.keep(`${asked.account ?? ''} ${asked.key}`, hash, world.now, failure)
  }
}

const error = (type: string, message: string) => JSON.stringify({ error: { type, message } })

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { pathname, search } = new URL(request.url!, 'http://stripe.test')
  const one = (name: string) => [request.headers[name]].flat()[0]
  const [key, account, authorization] = [one('idempotency-key'), one('stripe-account'), one('authorization')]
  return {
    method: request.method!,
    path: pathname,
    query: search.slice(1),
    body: Buffer.concat(parts).toString('utf8'),
    ...(key ? { key } : {}),
    ...(account ? { account } : {}),
    ...(authorization ? { authorization } : {}),
  }
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_emu' }).end(body)
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
