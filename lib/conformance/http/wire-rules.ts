import type { Ask } from './client'
import type { Wire } from './one-request'
import { type OtherTokens, tokensOf } from './tokens-rules'

/** Written by the client alone: the token (EV-08), and what tells where a request goes and where it ends. */
const ours = new Set([
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Turns what a check asks into what is sent. A string or a Buffer as body goes out as it stands (broken JSON, a form); anything
 * else as JSON.
 * @throws TypeError where the token cannot stand in a header, or a check sets a header that is ours
 */
export function wireOf(token: string | null, others?: OtherTokens): (ask: Ask, url: URL, accept: string) => Wire {
  for (const one of [token, ...Object.values(others ?? {})])
    if (one && !/^[\x21-\x7e]+$/.test(one)) throw new TypeError('The token cannot stand in a header')
  const tokenFor = tokensOf(token, others)
  return (ask, url, accept) => {
    const headers: Record<string, string> = {
      accept,
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'gpit-conformance',
    }
    if (ask.body !== undefined) headers['content-type'] = 'application/fhir+json'
    for (const [name, value] of Object.entries(ask.headers ?? {})) {
      if (ours.has(name.toLowerCase())) throw new TypeError(`A check may not set the header ${name}`)
      headers[name.toLowerCase()] = value
    }
    const bearer = tokenFor(ask.token)
    if (bearer !== null) headers.authorization = `Bearer ${bearer}`
    const wire = { url, method: ask.method ?? 'GET', headers }
    if (ask.body === undefined) return wire
    const asItStands = typeof ask.body === 'string' || Buffer.isBuffer(ask.body)
    return { ...wire, body: asItStands ? (ask.body as string | Buffer) : JSON.stringify(ask.body) }
  }
}
