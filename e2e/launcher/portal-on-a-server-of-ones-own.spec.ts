import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, openEmbedded } from '@/lib/platform/embedded-postgres'
import { expect, test } from '../support/journey'
import { ofItsOwn, started } from './own-portal'

test('the portal starts on an external PostgreSQL, without the demonstration; killed, it leaves nothing behind; started again, it is quick', async () => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-external-'))
  const server = await openEmbedded(folder, { durable: false })
  const port = await freePort()
  const settings = {
    DATABASE_URL: server.url,
    DATA_DIR: join(folder, 'data'),
    PORT: String(port),
    DEMO: '',
    DATABASE_ROLE: '',
    OIDC_ISSUER: '',
    NEXTAUTH_SECRET: '',
    PUBLIC_URL: '',
    CLOCK_OFFSET_MS: '',
  }
  try {
    const first = await started(settings)
    expect(await health(port)).toMatchObject({ status: 'ok', database: 'external', worker: 'alive' })
    expect(await (await fetch(`http://localhost:${port}/`)).text()).not.toContain('This is a demonstration')
    first.portal.kill('SIGKILL')
    await expect
      .poll(
        () =>
          fetch(`http://localhost:${port}/`).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 20_000 },
      )
      .toBe('gone')
    const second = await started(settings)
    expect(second.said).not.toContain('Building')
    expect(await health(port)).toMatchObject({ status: 'ok' })
    const code = await new Promise((done) => second.portal.once('exit', done) && second.portal.kill('SIGTERM'))
    expect(code).toBe(0)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a bad value stops the start with one line that names the variable', async () => {
  const portal = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/launcher/portal.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: 'ninety' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  portal.stderr!.on('data', (text: Buffer) => (said += text))
  expect(await new Promise((done) => portal.once('exit', done))).toBe(1)
  expect(said.trim()).toBe('PORT must be a port number')
})

test('a port that somebody else has ends the start, even where nobody answers there', async () => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-taken-'))
  const database = await openEmbedded(folder, { durable: false })
  const silent = createServer(() => undefined)
  await new Promise<void>((done) => silent.listen(0, () => done()))
  const { port } = silent.address() as AddressInfo
  try {
    const settings = { DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), PORT: String(port) }
    await expect(started({ ...ofItsOwn, ...settings, DEMO: '' })).rejects.toThrow('The portal ended with 1')
  } finally {
    silent.close()
    silent.closeAllConnections()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function health(port: number): Promise<unknown> {
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetch(`http://localhost:${port}/api/health`)
    if (answer.status === 200) return answer.json()
    await new Promise((done) => setTimeout(done, 200))
  }
  return (await fetch(`http://localhost:${port}/api/health`)).json()
}
