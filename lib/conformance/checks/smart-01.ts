import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { theirs } from '../run/theirs'
import { type Fields, isFields, textOf, textsOf } from './parts/json'

export const smart01 = defineCheck({
  id: 'SMART-01',
  title: 'Sign-in is described, and PKCE is S256 alone',
  requirement: 'S54',
  strength: 'FULL',
  writes: false,
  explanation:
    'GET .well-known/smart-configuration answers 200 with a JSON object, without a token: token_endpoint, a list of capabilities that is not ' +
    'empty, grant_types_supported, and code_challenge_methods_supported with S256 and nothing else. authorization_endpoint stands there where ' +
    'a launch or the grant authorization_code is offered; issuer and jwks_uri where sso-openid-connect is. Every address is https, or of the ' +
    'same origin as the base. [S54 Authentication and Access; SMART App Launch 2.2]',
  examine: async ({ client }) => {
    const answer = await client.ask({
      to: '.well-known/smart-configuration',
      token: 'none',
      headers: { accept: 'application/json' },
    })
    must(
      answer.status === 200,
      'NO_SMART_CONFIGURATION',
      `.well-known/smart-configuration: expected 200, got ${answer.status}`,
    )
    const configuration = answer.json
    must(isFields(configuration), 'WRONG_SHAPE', 'smart-configuration: expected a JSON object')
    must(textOf(configuration.token_endpoint), 'NO_TOKEN_ENDPOINT', 'token_endpoint: expected an address, got none')
    const capabilities = words(configuration, 'capabilities')
    must(capabilities.length > 0, 'NO_CAPABILITIES', 'capabilities: expected at least one, got none')
    const methods = words(configuration, 'code_challenge_methods_supported')
    must(
      methods.length > 0 && methods.every((method) => method === 'S256'),
      'WEAK_PKCE',
      `code_challenge_methods_supported: expected S256 alone, got ${theirs(configuration.code_challenge_methods_supported)}`,
    )
    const grants = words(configuration, 'grant_types_supported')
    must(grants.length > 0, 'WRONG_SHAPE', 'grant_types_supported: expected at least one, got none')
    const launches =
      capabilities.some((capability) => capability.startsWith('launch')) || grants.includes('authorization_code')
    const needed = [
      ...(launches ? ['authorization_endpoint'] : []),
      ...(capabilities.includes('sso-openid-connect') ? ['issuer', 'jwks_uri'] : []),
    ]
    for (const name of needed)
      must(textOf(configuration[name]), 'WRONG_SHAPE', `${name}: expected an address, as the capabilities ask for it`)
    for (const [name, value] of Object.entries(configuration))
      if (/^(issuer|[a-z_]+_(endpoint|uri))$/.test(name))
        must(isSafe(value, client.base), 'UNSAFE_ADDRESS', `${name}: expected https, or the origin of the base`)
    return 'smart-configuration names its endpoints and capabilities, and S256 alone'
  },
})

/** A list of texts; anything else in its place is a wrong shape. */
function words(configuration: Fields, name: string): string[] {
  const value = configuration[name]
  if (value === undefined) return []
  must(
    Array.isArray(value) && textsOf(value).length === value.length,
    'WRONG_SHAPE',
    `${name}: expected a list of texts`,
  )
  return textsOf(value).filter((word) => word.trim() !== '')
}

function isSafe(address: unknown, base: string): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false
  const { protocol, origin, username, password, hash } = new URL(address)
  return username === '' && password === '' && hash === '' && (protocol === 'https:' || origin === new URL(base).origin)
}
