import { type NextRequest, NextResponse } from 'next/server'
import { dayAskedFor } from '@/lib/assurance/register/asked-day-rules'
import { isModuleOrComparison } from '@/lib/catalogue/kept-page-rules'
import { csrfCookie, secureCookies, sessionCookieName } from '@/lib/identity/csrf'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { readPaging } from '@/lib/platform/page-of'

/**
 * Before every page: a fresh nonce for the scripts of this answer, the headers that keep a browser safe, and on the sign-in
 * page the cookie that proves that a form came from us. It decides nothing about who may see what.
 */
export function proxy(request: NextRequest) {
  // PostgreSQL keeps no NUL in a text: nobody types one into an address but to look for faults.
  if (/%00/.test(request.url)) return new NextResponse('This address is not possible', { status: 400 })
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', ownPath(askedFor(request)))
  headers.set('content-security-policy', policy)
  const csrf = mayLeadToSigningIn(request) ? csrfCookie(request.cookies) : undefined
  if (csrf) headers.set('x-csrf-token', csrf.token)
  const kept = isKept(request)
  const response = kept
    ? NextResponse.rewrite(new URL('/modules/kept', request.url), { request: { headers } })
    : NextResponse.next({ request: { headers }, status: isBadDay(request.nextUrl) ? 400 : 200 })
  response.headers.set('content-security-policy', policy)
  // The framework compresses what it knows to be text before a route handler answers, and nothing else.
  const type = kept ? 'text/html' : isJsonList(request.nextUrl) ? 'application/json' : undefined
  if (type) response.headers.set('content-type', `${type}; charset=utf-8`)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  if (secureCookies()) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (csrf?.isNew)
    response.cookies.set(csrf.name, csrf.value, { httpOnly: true, sameSite: 'lax', path: '/', secure: csrf.secure })
  return response
}

/** A module and a comparison for programs bear headers of their own (`api-headers.ts`): they need no nonce and no page. */
export const config = {
  matcher: ['/((?!_next/static|_next/image|api/auth|api/v1/modules/|compare/table.json|icon.svg).*)'],
}

/**
 * Where an action may send its reader to the sign-in page: then that page is drawn inside the action's answer, which sets no
 * cookie, so the cookie must be there before. That is the invitation, and every page of a session, which may run out.
 */
function mayLeadToSigningIn(request: NextRequest): boolean {
  return (
    ['/sign-in', '/invitation', '/new-password'].includes(request.nextUrl.pathname) ||
    request.cookies.has(sessionCookieName())
  )
}

/**
 * Whether the answer is the same for every reader without a session, so that it need not be drawn each time: the list of
 * modules, a module and a comparison, as whole pages. `x-draw` comes from the one who draws it; who else sends it gets the same page, only later.
 */
function isKept(request: NextRequest): boolean {
  const { pathname } = request.nextUrl
  return (
    process.env.PORT !== undefined &&
    // Who changes a page's code wants to see it drawn.
    process.env.NODE_ENV !== 'development' &&
    request.method === 'GET' &&
    (pathname === '/modules' || isModuleOrComparison(pathname)) &&
    !request.cookies.has(sessionCookieName()) &&
    !['rsc', 'x-draw', 'next-action'].some((name) => request.headers.has(name))
  )
}

/** A page of the register for a future or malformed day: drawn with its form and the reason, and a bad request (RG-02). */
const isBadDay = ({ pathname, searchParams }: URL): boolean =>
  /^\/register(\/[^/]+\/[^/]+)?$/.test(pathname) &&
  dayAskedFor(Object.fromEntries(searchParams), dayOf(now())) === undefined

/** A list for programs, but not where its paging is refused: that answer has a type of its own. */
const isJsonList = ({ pathname, searchParams }: URL): boolean =>
  pathname === '/api/modules/search' || (pathname.startsWith('/api/v1/') && !('wrong' in readPaging(searchParams)))

/** The address that the reader asked for, also where the page that nothing was found is drawn in its place (`not-found-in-full.mjs`). */
function askedFor({ headers, nextUrl, url }: NextRequest): { pathname: string; search: string } {
  const notFound = headers.get('x-not-found-of')
  return notFound && URL.canParse(notFound, url) ? new URL(notFound, url) : nextUrl
}

/** The address within this portal, for redirects back: one slash at its start, because two would name another host. */
function ownPath({ pathname, search }: { pathname: string; search: string }): string {
  return `/${pathname.replace(/^[/\\]+/, '')}${search}`
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${identityProvider()}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A browser asks `form-action` again for the redirect that follows a form: signing in by OpenID leads to the provider. */
function identityProvider(): string {
  const issuer = process.env.OIDC_ISSUER
  return issuer ? ` ${new URL(issuer).origin}` : ''
}
