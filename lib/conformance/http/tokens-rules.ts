import { randomBytes } from 'node:crypto'
import type { Ask } from './client'
import { madeUpToken } from './made-up-token'

type Claims = Record<string, unknown>
/** Tokens that a supplier has given so that they are seen to be refused. */
export type OtherTokens = {
  expired?: string | undefined
  otherAudience?: string | undefined
  otherScope?: string | undefined
}

/** From the name of a token to the token: null where none is sent. Where the supplier gave none of a kind, one is made. */
export function tokensOf(right: string | null, others: OtherTokens = {}): (named?: Ask['token']) => string | null {
  const wrong = madeUpToken(right)
  const [expired, otherAudience, otherScope] = [
    others.expired ?? changed(right, { iat: 946_684_800, exp: 946_685_100 }),
    others.otherAudience ?? changed(right, { aud: 'https://conformance.example/other' }),
    others.otherScope ?? changed(right, { scope: 'openid', requested_scope: 'openid' }),
  ]
  return (named = 'right') => {
    if (typeof named === 'object') return changed(right, named.claims)
    return { right, wrong, none: null, expired, 'other-audience': otherAudience, 'other-scope': otherScope }[named]
  }
}

/** The claims of a JWT that bears no signature, as GP Connect has them; undefined where the token is another. */
export function openClaims(token: string | null): Claims | undefined {
  const parts = partsOf(token)
  return parts?.header.alg === 'none' && parts.signature === '' ? parts.claims : undefined
}

/**
 * The right token with other claims, header and signature as they are; undefined leaves a claim out. Of a token that is no JWT nothing can
 * be changed: then it is a whole JWT that nobody has signed.
 */
function changed(right: string | null, claims: Claims): string {
  const parts = partsOf(right)
  const header = parts?.rawHeader ?? encoded({ alg: 'RS256', typ: 'JWT' })
  const signature = parts?.signature ?? randomBytes(64).toString('base64url')
  const others = parts?.claims ?? {
    iss: 'https://conformance.example',
    sub: 'conformance',
    jti: randomBytes(8).toString('hex'),
  }
  const payload = Object.fromEntries(
    Object.entries({ ...others, ...claims }).filter(([, value]) => value !== undefined),
  )
  return `${header}.${encoded(payload)}.${signature}`
}
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function partsOf(token: string | null) {
  const [rawHeader, payload, signature, ...more] = (token ?? '').split('.')
  if (rawHeader === undefined || payload === undefined || signature === undefined || more.length > 0) return undefined
  const [header, claims] = [decoded(rawHeader), decoded(payload)]
  return header && claims ? { rawHeader, header, claims, signature } : undefined
}
function decoded(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined
  } catch {
    return undefined
  }
}
