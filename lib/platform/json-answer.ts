import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { apiHeaders } from './api-headers'
import { sha256Hex } from './canonical-json'

/** An answer ready to be sent again: its text, its ETag, and its compressed form once somebody asked for it. */
export type ReadyJson = { text: string; tag: string; zipped: Promise<Buffer<ArrayBuffer>> | undefined; length: number }

const compress = promisify<Buffer, Buffer<ArrayBuffer>>(gzip)
/** Below this a packet is a packet, compressed or not. */
const worthCompressing = 1_000

/** Money and other bigints are text. */
export function readyJson(body: unknown): ReadyJson {
  const text = JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
  return { text, tag: sha256Hex(text).slice(0, 32), zipped: undefined, length: text.length }
}

/** A public answer with its ETag: who holds the same already gets 304 and no body. */
export const jsonAnswer = (request: Request, body: unknown): Promise<Response> => readyAnswer(request, readyJson(body))

/** The same of what was made before. Compressed and plain bytes are two representations, with an ETag each (RFC 9110 §8.8.3.3). */
export async function readyAnswer(request: Request, ready: ReadyJson): Promise<Response> {
  const isZipped = ready.length >= worthCompressing && takesGzip(request.headers.get('accept-encoding'))
  const headers = {
    ...apiHeaders(),
    etag: isZipped ? `"${ready.tag}-gzip"` : `"${ready.tag}"`,
    vary: 'accept-encoding',
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
  }
  if (holds(request.headers.get('if-none-match'), ready.tag)) return new Response(null, { status: 304, headers })
  const type = { ...headers, 'content-type': 'application/json; charset=utf-8' }
  if (!isZipped) return new Response(ready.text, { headers: type })
  ready.zipped ??= compress(Buffer.from(ready.text))
  return new Response(await ready.zipped, { headers: { ...type, 'content-encoding': 'gzip' } })
}

/** Whoever holds the text in either form needs neither. */
function holds(ifNoneMatch: string | null, tag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return held.some((one) => one === '*' || one === `"${tag}"` || one === `"${tag}-gzip"`)
}

/** Whether `Accept-Encoding` names gzip, or anything, and does not refuse it with a weight of nought. */
function takesGzip(accepted: string | null): boolean {
  const weights = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [coding, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
      return [coding!, !parameters.some((p) => /^q=0(\.0*)?$/.test(p))] as const
    }),
  )
  return weights.get('gzip') ?? weights.get('*') ?? false
}
