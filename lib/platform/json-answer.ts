import { apiHeaders } from './api-headers'
import { sha256Hex } from './canonical-json'

/** An answer ready to be sent again: its text and what names it. */
export type ReadyJson = { text: string; tag: string; length: number }

/** Money and other bigints are text. */
export function readyJson(body: unknown): ReadyJson {
  const text = JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
  return { text, tag: sha256Hex(text).slice(0, 32), length: text.length }
}

/** A public answer with its ETag: who holds the same already gets 304 and no body. */
export const jsonAnswer = (request: Request, body: unknown): Response => readyAnswer(request, readyJson(body))

/** The same of what was made before. Its ETag is weak, because whether the bytes go out compressed is decided after us. */
export function readyAnswer(request: Request, { text, tag }: ReadyJson): Response {
  const headers = {
    ...apiHeaders(),
    etag: `W/"${tag}"`,
    vary: 'accept-encoding',
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
  }
  if (holds(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}

function holds(ifNoneMatch: string | null, tag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return held.some((one) => one === '*' || one === `"${tag}"`)
}
