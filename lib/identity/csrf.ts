import { createHash, randomBytes } from 'node:crypto'

type Cookies = { get(name: string): { value: string } | undefined }

/** Whether cookies are only sent over TLS: everywhere but on an installation whose address is plain http. */
export const secureCookies = (): boolean => (process.env.PUBLIC_URL ?? '').startsWith('https://')

/** The cookie that holds the session's token. */
export const sessionCookieName = (): string => `${secureCookies() ? '__Secure-' : ''}next-auth.session-token`

/**
 * The token that proves that a sign-in form came from our page, and the cookie beside it, as next-auth checks them: the
 * cookie holds the token and its hash with our secret. The proxy sets it, because a page may not set cookies while drawing.
 */
export function csrfCookie(cookies: Cookies) {
  const secret = process.env.NEXTAUTH_SECRET ?? ''
  const hashOf = (token: string) => createHash('sha256').update(`${token}${secret}`).digest('hex')
  const secure = secureCookies()
  const name = `${secure ? '__Host-' : ''}next-auth.csrf-token`
  const [known, hash] = (cookies.get(name)?.value ?? '').split('|')
  const isNew = !known || hash !== hashOf(known)
  const token = isNew ? randomBytes(32).toString('hex') : known
  return { name, token, value: `${token}|${hashOf(token)}`, isNew, secure }
}

/** The answer that makes a browser forget the session. One with the prefix `__Secure-` obeys only a cookie that is secure too. */
export const forgottenSession = () => ({
  name: sessionCookieName(),
  value: '',
  maxAge: 0,
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: secureCookies(),
})
