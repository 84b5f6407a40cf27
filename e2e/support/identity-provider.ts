import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { freePort } from '@/lib/platform/embedded-postgres'

/** Who the provider knows: the address is the subject; whether it has verified the address differs. */
const people: Record<string, { email: string; email_verified: boolean }> = {
  'manager@riverside.example': { email: 'manager@riverside.example', email_verified: true },
  'director@northbank.example': { email: 'director@northbank.example', email_verified: false },
  'stranger@elsewhere.example': { email: 'stranger@elsewhere.example', email_verified: true },
}

/** A real OpenID Connect provider (certified library) on a free port, with the login pages that come with it. */
export async function startIdentityProvider(portal: string) {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const client = {
    client_id: 'portal',
    client_secret: 'a-secret-of-the-journeys-only-32-characters',
    redirect_uris: [`${portal}/api/auth/callback/oidc`],
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
  }
  const provider = new Provider(issuer, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, name: id, ...people[id] }) }),
    features: { devInteractions: { enabled: true } },
  })
  const server = createServer(provider.callback())
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.client_id, OIDC_CLIENT_SECRET: client.client_secret },
    stop: () => new Promise<void>((done) => server.close(() => done()) && server.closeAllConnections()),
  }
}
