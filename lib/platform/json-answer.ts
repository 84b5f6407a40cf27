import { sha256Hex } from './canonical-json'

/** A public answer with its ETag: who holds the same already gets 304 and no body. Money and other bigints are text. */
export function jsonAnswer(request: Request, body: unknown): Response {
  const text = JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
  const etag = `"${sha256Hex(text).slice(0, 32)}"`
  const headers = { etag, 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' }
  const held = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (held?.includes(etag) || held?.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}
