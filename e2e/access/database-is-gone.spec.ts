import { spawn } from 'node:child_process'
import { freePort } from '@/lib/platform/embedded-postgres'
import { expect, expectAccessible, test } from '../support/journey'

test('a portal without its database says sorry, tells its health, and keeps the password to itself', async ({
  journeyBrowser,
}) => {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const gone = 'postgresql://nobody:not-for-others@127.0.0.1:1/nothing'
  const next = ['node_modules/next/dist/bin/next', 'start', '--port', String(port)]
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: gone, PUBLIC_URL: address, NEXTAUTH_URL: address }
  const server = spawn(process.execPath, next, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (said += text))
  const context = await journeyBrowser.newContext({ baseURL: address })
  try {
    await expect
      .poll(
        () =>
          fetch(`${address}/accessibility`).then(
            (a) => a.status,
            () => 0,
          ),
        { timeout: 30_000 },
      )
      .toBe(200)
    const health = await fetch(`${address}/api/health`)
    expect([health.status, await health.json()]).toMatchObject([503, { status: 'down', database: 'gone' }])
    const page = await context.newPage()
    expect((await page.goto('/modules'))?.status()).toBe(500)
    await expect(page.getByRole('heading', { name: 'Sorry, something went wrong' })).toBeVisible()
    await context.addCookies([{ name: 'next-auth.session-token', value: 'any', url: address }])
    expect((await page.goto('/account'))?.status()).toBe(500)
    await expect(page.getByRole('link', { name: 'Go to the home page' })).toBeVisible()
    await expectAccessible(page)
    expect(await page.content()).not.toMatch(/127\.0\.0\.1:1|prisma/i)
    expect(said).not.toContain('not-for-others')
  } finally {
    await context.close()
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    await ended
  }
})
