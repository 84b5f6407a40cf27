import { NextRequest } from 'next/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { csrfCookie, forgottenSession, sessionCookieName } from '@/lib/identity/csrf'
import { proxy } from '@/proxy'

vi.stubEnv('NEXTAUTH_SECRET', 'a-secret-of-the-tests-of-more-than-32-characters')
afterEach(() => vi.stubEnv('PUBLIC_URL', ''))
const ask = (path: string, cookie = '') =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { cookie, 'x-path': '//evil.example' } }))
/** What the pages are told of the request: Next carries it in headers of this name. */
const told = (answer: Response, name: string) => answer.headers.get(`x-middleware-request-${name}`)

describe('before every page', () => {
  it('each answer has its own nonce, in the policy that the browser and the page are given', () => {
    const [one, two] = [ask('/'), ask('/')]
    expect(one.headers.get('content-security-policy')).toBe(told(one, 'content-security-policy'))
    expect(one.headers.get('content-security-policy')).toContain(`'nonce-${told(one, 'x-nonce')}'`)
    expect(told(one, 'x-nonce')).not.toBe(told(two, 'x-nonce'))
    expect(/script-src[^;]*/.exec(one.headers.get('content-security-policy')!)![0]).not.toContain('unsafe-inline')
  })

  it('the page learns its own path, never one that names another host, and never from the sender', () => {
    expect(told(ask('/systems?q=a'), 'x-path')).toBe('/systems?q=a')
    for (const path of ['//evil.example/a', '///evil.example/a', '/\\evil.example/a'])
      expect(told(ask(path), 'x-path')).toMatch(/^\/[^/\\]/)
  })

  it('where nothing was found, the page learns what was asked for, and never an address of another host', () => {
    const notFound = (of: string) =>
      told(
        proxy(new NextRequest('http://localhost:3000/page-not-found', { headers: { 'x-not-found-of': of } })),
        'x-path',
      )
    expect(notFound('/call-offs/1?a=b')).toBe('/call-offs/1?a=b')
    for (const of of ['//evil.example/a', 'https://evil.example//a', 'http://[', '/\\evil.example'])
      expect(notFound(of)).toMatch(/^\/(?![/\\])/)
  })

  it('an address with NUL is refused before it reaches the database', () => {
    expect(ask('/modules?q=%00').status).toBe(400)
    expect(ask('/modules/%00').status).toBe(400)
  })

  it('asks for TLS for good where the portal has it, and only there', () => {
    expect(ask('/').headers.get('strict-transport-security')).toBeNull()
    vi.stubEnv('PUBLIC_URL', 'https://portal.example')
    expect(ask('/').headers.get('strict-transport-security')).toContain('max-age=31536000')
  })
})

describe('a page of the catalogue', () => {
  const leadsTo = (headers: Record<string, string>, path = '/modules?q=a') =>
    proxy(new NextRequest(`http://localhost:3000${path}`, { headers })).headers.get('x-middleware-rewrite')
  afterEach(() => vi.stubEnv('PORT', undefined))

  it('comes from what was drawn before for readers without a session, and for nobody else', () => {
    expect(leadsTo({})).toBeNull()
    vi.stubEnv('PORT', '3000')
    expect(leadsTo({})).toBe('http://localhost:3000/modules/kept')
    for (const path of ['/modules/018f2c4e-0000-7000-8000-000000000001?n=9800', '/compare?m=a&m=b'])
      expect(leadsTo({}, path)).toBe('http://localhost:3000/modules/kept')
    for (const path of [
      '/modules/an-id',
      '/modules/historic/018f2c4e-0000-7000-8000-000000000001',
      '/compare/table.csv',
    ])
      expect(leadsTo({}, path)).toBeNull()
    expect(leadsTo({ cookie: `${sessionCookieName()}=a` })).toBeNull()
    expect([leadsTo({ rsc: '1' }), leadsTo({ 'x-draw': '1' })]).toEqual([null, null])
  })
})

describe('the cookie that proves where a sign-in form came from', () => {
  it('is set where somebody may be led to signing in, and nowhere else', () => {
    for (const path of ['/sign-in', '/invitation?token=x'])
      expect(ask(path).headers.get('set-cookie')).toMatch(
        /^next-auth\.csrf-token=\w{64}%7C\w{64}; Path=\/; HttpOnly; SameSite=lax$/,
      )
    expect(ask('/modules').headers.get('set-cookie')).toBeNull()
    expect(ask('/modules', `${sessionCookieName()}=x`).headers.get('set-cookie')).not.toBeNull()
  })

  it('stays while it is ours, and is made anew where somebody has changed it', () => {
    const { name, value, token } = csrfCookie({ get: () => undefined })
    const again = ask('/sign-in', `${name}=${encodeURIComponent(value)}`)
    expect(again.headers.get('set-cookie')).toBeNull()
    expect(told(again, 'x-csrf-token')).toBe(token)
    const forged = ask('/sign-in', `${name}=${encodeURIComponent(`${'0'.repeat(64)}|${'0'.repeat(64)}`)}`)
    expect(forged.headers.get('set-cookie')).not.toBeNull()
    expect(told(forged, 'x-csrf-token')).not.toBe('0'.repeat(64))
  })

  it('and the session are secure over TLS, so that also their removal is obeyed', () => {
    vi.stubEnv('PUBLIC_URL', 'https://portal.example')
    expect(ask('/sign-in').headers.get('set-cookie')).toMatch(
      /^__Host-next-auth\.csrf-token=.*; Secure; HttpOnly; SameSite=lax$/,
    )
    expect(forgottenSession()).toMatchObject({
      name: '__Secure-next-auth.session-token',
      secure: true,
      maxAge: 0,
      httpOnly: true,
    })
  })
})
