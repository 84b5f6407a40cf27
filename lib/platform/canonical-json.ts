import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * RFC 8785 JSON: the same value always gives the same bytes, so that its hash can be compared years later.
 * bigint is written as a string of digits; undefined members are left out.
 */
export function canonicalJson(value: unknown): string {
  const plain = JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? v.toString() : v)))
  return canonicalize(plain) as string
}

/** SHA-256 in lower-case hex. */
export const sha256Hex = (content: string | Buffer | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')
