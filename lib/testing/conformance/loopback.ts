import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer, type Server as NetServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Found } from '@/lib/conformance/guard/pinned-lookup'
import type { Failure } from '@/lib/conformance/http/failure'
import { limits } from '@/lib/conformance/http/limits'
import { type Opened, openRequest } from '@/lib/conformance/http/one-request'

const open: NetServer[] = []
const sockets = new Set<Socket>()

/** Where every server of a test stands: at this machine, at a port of its own. */
export async function listen(server: NetServer, host = '127.0.0.1'): Promise<number> {
  open.push(server)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, host, done))
  return (server.address() as AddressInfo).port
}

export const http = (answer: RequestListener): Promise<number> => listen(createHttpServer(answer) as Server)
export const https = (material: { key: string; cert: string }, answer: RequestListener): Promise<number> =>
  listen(createHttpsServer(material, answer))
/** A server that speaks no HTTP of its own: what it writes, the test says. */
export const raw = (speak: (socket: Socket) => void): Promise<number> => listen(createServer(speak))

/** Ends all servers of the file, with whatever still hangs on them. */
export async function closeAll(): Promise<void> {
  for (const socket of sockets) socket.destroy()
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))))
}

/**
 * What stands inside the network: answers whoever comes, and counts. After every test of the file nobody may have come; that it can
 * be reached at all is shown by `reach`.
 */
export function useInternalListener(): { port: () => number; reach: () => Promise<number> } {
  let port = 0
  let connections = 0
  beforeAll(async () => {
    port = await http((_, response) => response.end('inside'))
    open.at(-1)!.on('connection', () => connections++)
    // Where the machine has IPv6, the same port there too.
    const six = createServer(() => connections++)
    await new Promise((done) => six.once('error', done).listen(port, '::1', () => done(open.push(six))))
  })
  afterEach(async () => {
    await pause(2)
    expect(connections, 'requests at the internal listener').toBe(0)
  })
  afterAll(async () => {
    await pause(100)
    expect(connections, 'requests at the internal listener').toBe(0)
    await closeAll()
  })
  return {
    port: () => port,
    reach: async () => {
      await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text())
      const came = connections
      connections = 0
      return came
    },
  }
}

/** A request past the judgement of SG-01, so that the locks behind it are tried alone. @returns how it ended */
export async function dial(url: string, answers: Found[] | (() => Promise<Found[]>)): Promise<string> {
  const resolve = async () => (typeof answers === 'function' ? answers() : answers)
  const wire = { url: new URL(url), method: 'GET', headers: {} }
  const short = { ...limits, connectMs: 1_500, headersMs: 1_500 }
  const stop = new AbortController().signal
  const ended = await openRequest(wire, { pin: undefined, resolve }, short, stop, () => {}).catch((e: Failure) => e)
  if (ended instanceof Error) return (ended as Failure).code
  await (ended as Opened).close()
  return `ANSWERED ${(ended as Opened).status}`
}

export const at = (...addresses: string[]): Found[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
