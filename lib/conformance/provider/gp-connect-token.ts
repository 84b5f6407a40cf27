const scopes = ['patient/*.read', 'patient/*.write', 'organization/*.read', 'organization/*.write']
/** GP Connect: a token is good for five minutes. */
const longestSeconds = 300

/** A token as a consumer of GP Connect makes it: claims about who asks and why, without a signature. */
export function gpConnectToken(base: string, at: Date): string {
  const iat = Math.floor(at.getTime() / 1_000)
  const claims = {
    iss: 'https://consumer.sandbox.test/oauth',
    sub: 'user-1',
    aud: base,
    iat,
    exp: iat + longestSeconds,
    reason_for_request: 'directcare',
    requested_scope: 'patient/*.write',
    requesting_device: {
      resourceType: 'Device',
      model: 'Conformance suite',
      version: '2',
      identifier: [{ system: 'https://consumer.sandbox.test/devices', value: 'device-1' }],
    },
    requesting_organization: {
      resourceType: 'Organization',
      name: 'Ashgrove Surgery (sandbox)',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'ZZ001' }],
    },
    requesting_practitioner: {
      resourceType: 'Practitioner',
      id: 'user-1',
      name: [{ family: 'Lindqvist', given: ['Åsa'] }],
      identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: '999900000001' }],
    },
  }
  return [{ alg: 'none', typ: 'JWT' }, claims].map(encoded).join('.').concat('.')
}
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The first claim that is missing or wrong; `token` where it is none at all; undefined where all is well. */
export function faultyClaim(token: string, base: string, now: Date): string | undefined {
  const [header, claims] = token.split('.').slice(0, 2).map(decoded)
  if (token.split('.').length !== 3 || header?.alg !== 'none' || !claims) return 'token'
  const seconds = now.getTime() / 1_000
  const [iat, exp] = [Number(claims.iat), Number(claims.exp)]
  const rules: [claim: string, holds: boolean][] = [
    ['iss', isAddress(claims.iss)],
    ['sub', typeof claims.sub === 'string' && claims.sub !== ''],
    ['aud', typeof claims.aud === 'string' && claims.aud.replace(/\/$/, '') === base],
    ['iat', Number.isInteger(claims.iat) && iat <= seconds + 60],
    ['exp', Number.isInteger(claims.exp) && exp > seconds && exp > iat && exp - iat <= longestSeconds],
    ['reason_for_request', claims.reason_for_request === 'directcare'],
    ['requested_scope', scopes.includes(String(claims.requested_scope))],
    ['requesting_device', isResource(claims.requesting_device, 'Device', ['identifier', 'model', 'version'])],
    ['requesting_organization', isResource(claims.requesting_organization, 'Organization', ['identifier', 'name'])],
    [
      'requesting_practitioner',
      isResource(claims.requesting_practitioner, 'Practitioner', ['identifier', 'name', 'id']) &&
        (claims.requesting_practitioner as { id: unknown }).id === claims.sub,
    ],
  ]
  return rules.find(([, holds]) => !holds)?.[0]
}

function isResource(value: unknown, type: string, needed: string[]): boolean {
  const fields = value as Record<string, unknown> | null | undefined
  return typeof fields === 'object' && fields?.resourceType === type && needed.every((name) => fields[name])
}
const isAddress = (value: unknown) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value)

function decoded(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
