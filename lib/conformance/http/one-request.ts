import { Client, errors } from 'undici'
import { type Door, guardedConnector, type Peer } from '../guard/guarded-connector'
import { alarm } from './alarm'
import { Failure } from './failure'
import type { Limits } from './limits'

export type Wire = { url: URL; method: string; headers: Record<string, string>; body?: string | Buffer }
export type Opened = {
  status: number
  /** Names in lower case; what came twice is joined with a comma. */
  headers: Record<string, string>
  /** As it came, still compressed. */
  body: AsyncIterable<Buffer>
  /** Ends the request and its socket; harmless when it has ended. */
  close(): Promise<void>
}

/**
 * One request on a socket of its own: nothing is pooled, kept alive, retried, redirected or sent through a proxy, so what one
 * answer leaves behind can never be read as the next one's beginning.
 * @param sent called when the connection stands and the request goes out
 * @throws Failure, or the reason of `stop`
 */
export async function openRequest(
  wire: Wire,
  door: Door,
  time: Pick<Limits, 'connectMs' | 'headersMs'>,
  stop: AbortSignal,
  sent: (peer: Peer) => void,
): Promise<Opened> {
  stop.throwIfAborted()
  const ending = new AbortController()
  let joined = false
  const { connector, end: endSocket } = guardedConnector(door, (peer) => {
    joined = true
    stopClock()
    stopClock = alarm(time.headersMs, () => end(new Failure('HEADERS_TIMEOUT')))
    if (!ending.signal.aborted) sent(peer)
  })
  // undici's own clocks tick by the second and begin anew with each byte: ours count from the beginning.
  const client = new Client(wire.url.origin, {
    connect: connector,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 32_768,
  })
  // A request that still waits for its connection does not hear the signal: only the end of its client ends it.
  const end = (reason: unknown) => {
    ending.abort(reason)
    endSocket()
    client.destroy().catch(() => undefined)
  }
  const onStop = () => end(stop.reason)
  stop.addEventListener('abort', onStop, { once: true })
  let stopClock = alarm(time.connectMs, () => end(new Failure('CONNECT_TIMEOUT')))
  const close = async () => {
    stopClock()
    stop.removeEventListener('abort', onStop)
    endSocket()
    await client.destroy().catch(() => undefined)
  }
  try {
    const { statusCode, headers, body } = await client.request({
      path: `${wire.url.pathname}${wire.url.search}`,
      method: wire.method as 'GET',
      headers: wire.headers,
      body: wire.body ?? null,
      reset: true,
      signal: ending.signal,
    })
    stopClock()
    const flat = Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')])
    body.on('error', () => undefined)
    return { status: statusCode, headers: Object.fromEntries(flat), body, close }
  } catch (error) {
    await close()
    throw reasonOf(error, ending.signal, joined)
  }
}

function reasonOf(error: unknown, ended: AbortSignal, joined: boolean): unknown {
  if (ended.aborted) return ended.reason
  if (error instanceof Failure) return error
  // Whoever asked wrote a header or method that cannot be sent: no fault of the other side.
  if (error instanceof errors.InvalidArgumentError) return error
  const { name, code = '' } = error as { name?: string; code?: string }
  const broken = joined && (name === 'HTTPParserError' || /^(HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES)/.test(code))
  return new Failure(broken ? 'BODY_BROKEN' : 'CONNECTION_FAILED', { cause: error })
}
