import { createHash } from 'node:crypto'
import type { Exchange } from '../evidence/bundle'
import { findSecret } from '../evidence/secret-scan'

/** EV-01: the only headers of an answer that are kept. */
const kept = [
  'allow',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-location',
  'content-type',
  'etag',
  'expires',
  'last-modified',
  'location',
  'pragma',
  'retry-after',
  'transfer-encoding',
  'vary',
  'www-authenticate',
]
const removed = '[secret removed]'

/** What a request was, before anything has come back; a URL that a server has laced with the token is kept without it (EV-08). */
export function exchangeOf(method: string, url: URL, headersSent: string[], secrets: readonly string[]): Exchange {
  return {
    method,
    url: findSecret(url.href, secrets) ? `${url.origin}/${removed}` : url.href,
    headersSent: headersSent.map((name) => name.toLowerCase()).sort(),
    headersReceived: {},
    status: null,
    ms: 0,
    bodySha256: null,
  }
}

export function headersKept(headers: Record<string, string>, secrets: readonly string[]): Record<string, string> {
  const lines = Object.entries(headers).filter(([name]) => kept.includes(name))
  return Object.fromEntries(
    lines.map(([name, value]) => [name, findSecret(value, secrets) ? removed : value.slice(0, 2_048)]),
  )
}

export function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex')
}
