import type { Socket } from 'node:net'
import { expect } from 'vitest'
import type { Answer, Client, TransportError } from '@/lib/conformance/http/client'
import { type ClientSettings, createClient } from '@/lib/conformance/http/create-client'
import type { Limits } from '@/lib/conformance/http/limits'

export const ok = 'HTTP/1.1 200 OK\r\n'
export const short: Partial<Limits> = {
  connectMs: 1_500,
  headersMs: 1_000,
  bodyMs: 1_200,
  bodyBytes: 500_000,
  lineBytes: 10_000,
  streamBytes: 1_000_000,
}

/** A client of a server at this machine. */
export function clientAt(port: number, settings: Partial<ClientSettings> = {}): Client {
  const sandbox = new Map([['sandbox.test', { ip: '127.0.0.1' }]])
  return createClient({
    base: `http://sandbox.test:${port}/fhir`,
    token: 't',
    testRanges: ['999', '900'],
    sandbox,
    limits: short,
    ...settings,
  })
}

/** How asking ends: the answer, or the code of the refusal; and that it ended within the limits. */
export async function ask(port: number): Promise<Answer | string> {
  const began = performance.now()
  const ended = await clientAt(port)
    .ask({ to: 'x' })
    .catch((error: TransportError) => error.code)
  expect(performance.now() - began).toBeLessThan(8_000)
  return ended
}

/** All lines of a file, or the code of the refusal. */
export async function read(port: number, limits = short): Promise<string[] | string> {
  const lines: string[] = []
  try {
    for await (const line of clientAt(port, { limits }).lines({ to: 'x' })) lines.push(line)
    return lines
  } catch (error) {
    return (error as TransportError).code
  }
}

/** Writes again and again until the other side has gone. */
export function forEver(socket: Socket, text: string | Buffer, everyMs = 0) {
  const clock = setInterval(() => socket.writable && socket.write(text), everyMs)
  socket.on('close', () => clearInterval(clock))
}

export function headThen(socket: Socket, head: string, text: string | Buffer, everyMs = 0) {
  socket.write(head)
  forEver(socket, text, everyMs)
}
