import type { IncomingMessage } from 'node:http'
import type { Call } from './call'
import { Refusal } from './refusal'

const largestBody = 1_000_000
const form = /^application\/x-www-form-urlencoded/
const json = /^application\/(fhir\+)?json/

/** The whole body of a request; null where it is longer than a sandbox takes. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length <= largestBody) parts.push(part)
  }
  return length > largestBody ? null : Buffer.concat(parts)
}

/** A call with what its body says: the fields of a form join the query, anything else is read as JSON. */
export function withBody(call: Call, body: Buffer | null): Call {
  if (!body || body.length === 0) return call
  if (isSearchByPost(call)) return { ...call, query: [...call.query, ...new URLSearchParams(body.toString('utf8'))] }
  try {
    return { ...call, body: JSON.parse(body.toString('utf8')) }
  } catch {
    return call
  }
}

/** Why a body is not taken: too long, of another kind, or no JSON. */
export function bodyRefusal(call: Call, body: Buffer | null): Refusal | undefined {
  const type = call.headers['content-type'] ?? ''
  const writes = call.kind === 'create' || call.kind === 'update' || call.kind === 'record'
  if (!writes && !isSearchByPost(call)) return undefined
  if (body === null) return new Refusal(413, 'BAD_REQUEST', 'The body is too long')
  if (isSearchByPost(call))
    return body.length === 0 || form.test(type)
      ? undefined
      : new Refusal(415, 'BAD_REQUEST', 'A search is sent as a form')
  if (!json.test(type)) return new Refusal(415, 'BAD_REQUEST', 'A body must be application/fhir+json')
  if (!isOurVersion(type)) return new Refusal(415, 'BAD_REQUEST', 'Only FHIR 4.0 is read')
  return withBody(call, body).body === undefined ? new Refusal(400, 'BAD_REQUEST', 'The body is no JSON') : undefined
}

const isSearchByPost = (call: Call) => call.kind === 'search' && call.method === 'POST'

/** Whether a media type leaves the version open, or asks for that of R4. */
export const isOurVersion = (mediaType: string): boolean =>
  /fhirVersion\s*=\s*"?([\d.]+)/i.exec(mediaType)?.[1]?.startsWith('4.0') ?? true
