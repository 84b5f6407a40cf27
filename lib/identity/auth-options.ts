import 'server-only'
import { headers } from 'next/headers'
import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { mayAttempt } from './attempts'
import { checkPassword } from './check-password'
import { secureCookies } from './csrf'
import { closeSession } from './end-session'
import { openSession } from './open-session'
import { readSession } from './read-session'
import { recogniseLogin } from './recognise-login'

/**
 * next-auth proves who somebody is; the session is ours: its "JWT" is the opaque token of a session row, so that it can be
 * ended at once, everywhere. This file and the route are all that a change of library would touch.
 */
export function authOptions(): AuthOptions {
  const { OIDC_ISSUER } = env()
  return {
    providers: [password(), ...(OIDC_ISSUER ? [openId(OIDC_ISSUER)] : [])],
    secret: process.env.NEXTAUTH_SECRET,
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: 12 * 3600 },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    callbacks: {
      signIn: async ({ account, profile }) =>
        account?.provider !== 'oidc' || (await personOf(account.providerAccountId, profile)) !== undefined,
      jwt: async ({ token, user, account, profile }) => {
        if (account?.provider === 'oidc') {
          token.personId = await personOf(account.providerAccountId, profile)
          token.authTime = (profile as { auth_time?: number } | undefined)?.auth_time
        } else if (user) token.personId = user.id
        return token
      },
      redirect: ({ url, baseUrl }) =>
        url.startsWith('/') && !url.startsWith('//')
          ? `${baseUrl}${url}`
          : url.startsWith(`${baseUrl}/`)
            ? url
            : baseUrl,
    },
    events: { signOut: async ({ token }) => closeSession(token.sessionToken as string | undefined) },
    jwt: {
      encode: async ({ token }) =>
        (token?.sessionToken as string | undefined) ??
        openSession(
          token!.personId as string,
          now(),
          (await headers()).get('user-agent'),
          provedAtOf(token!.authTime, now()),
        ),
      decode: async ({ token }) => {
        const signedIn = await readSession(token, now())
        return signedIn ? { sub: signedIn.person.id, personId: signedIn.person.id, sessionToken: token } : null
      },
    },
  }
}

function password() {
  return Credentials({
    id: 'credentials',
    credentials: { email: {}, password: {} },
    authorize: async (given, request) => {
      // The last entry is the one that the server nearest to us wrote; the others are whatever the sender says.
      const address = String(request.headers?.['x-forwarded-for'] ?? 'direct')
        .split(',')
        .at(-1)!
        .trim()
      if (!given?.email || !given.password || !mayAttempt(address, now())) return null
      return (await checkPassword(given.email, given.password, now())) ?? null
    },
  })
}

/** Any OpenID Connect provider, NHS Care Identity among them: PKCE, state and nonce are always checked. */
function openId(issuer: string): AuthOptions['providers'][number] {
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  return {
    id: 'oidc',
    name: 'OpenID Connect',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (profile) => ({ id: profile.sub, email: profile.email, name: profile.name }),
  }
}

/** A provider that did not ask the person again says so: what it asked hours ago is no fresh proof (S1). */
const provedAtOf = (authTime: unknown, at: Date): Date =>
  typeof authTime === 'number' && authTime * 1_000 < at.getTime() ? new Date(authTime * 1_000) : at

function personOf(subject: string, profile: unknown): Promise<string | undefined> {
  const { email, email_verified } = (profile ?? {}) as { email?: string; email_verified?: boolean }
  return recogniseLogin({ issuer: env().OIDC_ISSUER!, subject, email, emailVerified: email_verified })
}
