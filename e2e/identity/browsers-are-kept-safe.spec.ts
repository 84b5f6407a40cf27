import { expect, type Page, portalAddress, signInAs, test } from '../support/journey'

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  '/%09/evil.example',
  'javascript:alert(1)',
]

test('no script runs that is not ours: a fresh nonce each time, and nothing inline', async ({ page }) => {
  const policies = [await page.goto('/'), await page.goto('/modules')].map(
    (answer) => answer!.headers()['content-security-policy']!,
  )
  for (const policy of policies) {
    const scripts = /script-src ([^;]*)/.exec(policy)![1]!
    expect(scripts).toMatch(/'nonce-[\w+/=]{20,}' 'strict-dynamic'/)
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/)
    expect(policy).toContain("object-src 'none'; base-uri 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  }
  expect(policies[0]).not.toBe(policies[1])
})

test('what a signed-in person reads is kept by nobody in between', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  for (const address of ['/account', '/admin/people', '/admin/mail', '/contracts', '/']) {
    const answer = await page.goto(address)
    expect(answer!.headers()['cache-control'], address).toContain('no-store')
    expect(answer!.headers()['x-content-type-options']).toBe('nosniff')
    expect(answer!.headers()['referrer-policy']).toBe('same-origin')
  }
})

test('cookies of signing in are out of reach of scripts and of other sites', async ({ page }) => {
  await when_they_sign_in(page, '/account')
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('HeadlessChrome')
  const cookies = (await page.context().cookies()).filter((cookie) => cookie.name.includes('next-auth'))
  expect(cookies.map((cookie) => cookie.name).sort()).toContain('next-auth.session-token')
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('signing in leads to no other host, whatever the link said', async ({ page }) => {
  for (const back of elsewhere) {
    await page.context().clearCookies()
    await when_they_sign_in(page, back)
    await expect(page.getByRole('link', { name: 'Sign out' }), back).toBeVisible()
    expect(new URL(page.url()).origin, back).toBe(portalAddress())
  }
})

test('odd addresses get an answer and not a fault', async ({ page }) => {
  for (const [address, status] of [
    ['/sign-in?back=/a&back=/b&error=x&error=y', 200],
    ['/sign-in?error=constructor', 200],
    ['/invitation?token=a&token=b', 200],
    [`/invitation?token=${'x'.repeat(5_000)}`, 200],
    ['/modules/not-an-id', 404],
    ['/funding/not-an-id', 404],
    ['/nothing-here', 404],
  ] as const) {
    const answer = await page.request.get(address, { headers: { cookie: '' }, maxRedirects: 0 })
    expect([status, 307], address).toContain(answer.status())
  }
  const slashes = await page.request.get(`${portalAddress()}//evil.example/account`, { maxRedirects: 0 })
  expect(slashes.headers().location ?? '/').toMatch(/^\/[^/\\]|^\/$/)
})

test('a form that another site sends is refused', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  for (const [address, form] of [
    ['/api/auth/signout', {}],
    ['/api/auth/callback/credentials', { email: 'manager@riverside.example', password: 'demonstration' }],
  ] as const) {
    const answer = await page.request.post(address, { form: { ...form, csrfToken: 'guessed' }, maxRedirects: 0 })
    expect(answer.headers()['set-cookie'] ?? '').not.toMatch(/session-token=[^;]{10}/)
  }
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('curator@authority.example')
})

async function when_they_sign_in(page: Page, back: string) {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`)
  await page.getByLabel('Email address').fill('delivery@northbank.example')
  await page.getByLabel('Password').fill('demonstration')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
