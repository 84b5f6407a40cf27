import { describe, expect, it } from 'vitest'
import { gpConnectToken } from '../provider/gp-connect-token'
import { openClaims, tokensOf } from './tokens-rules'

const claimsOf = (token: string | null) => JSON.parse(Buffer.from(token!.split('.')[1]!, 'base64url').toString('utf8'))
const jwt = gpConnectToken('https://fhir.example/r4', new Date('2026-11-29T12:00:00Z'))

describe('tokens that are nearly right', () => {
  it('AUTH-02: are those that the supplier gave, and are made where none was given', () => {
    const given = tokensOf('opaque-token', { expired: 'theirs' })
    expect(given('expired')).toBe('theirs')
    expect(given()).toBe('opaque-token')
    expect(given('none')).toBeNull()
    for (const named of ['other-audience', 'other-scope', 'wrong'] as const) {
      expect(given(named)).not.toBe('opaque-token')
      expect(given(named)).not.toContain('opaque-token')
    }
    expect(claimsOf(given('other-audience')).aud).toBe('https://conformance.example/other')
  })

  it('AUTH-02: differ from the right one in that claim alone where it is a JWT', () => {
    const named = tokensOf(jwt)
    const sound = claimsOf(jwt)
    expect(claimsOf(named('other-audience'))).toEqual({ ...sound, aud: 'https://conformance.example/other' })
    expect(claimsOf(named('expired'))).toEqual({ ...sound, iat: 946_684_800, exp: 946_685_100 })
    expect(claimsOf(named('other-scope'))).toEqual({ ...sound, scope: 'openid', requested_scope: 'openid' })
    expect(named('expired')!.split('.')[0]).toBe(jwt.split('.')[0])
  })

  it('JWT-01: leave a claim out, or change it', () => {
    const named = tokensOf(jwt)
    expect(claimsOf(named({ claims: { iss: undefined } }))).not.toHaveProperty('iss')
    expect(claimsOf(named({ claims: { sub: '' } })).sub).toBe('')
    expect(claimsOf(named({ claims: {} }))).toEqual(claimsOf(jwt))
  })

  it('EV-08: only a JWT without a signature shows its claims', () => {
    expect(openClaims(jwt)).toMatchObject({ reason_for_request: 'directcare' })
    const header = Buffer.from('{"alg":"RS256"}').toString('base64url')
    for (const other of [null, '', 'opaque', 'a.b', `${header}.${jwt.split('.')[1]}.c2ln`, `${jwt}c2ln`])
      expect(openClaims(other)).toBeUndefined()
  })
})
