import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '@/lib/platform/embedded-postgres'

/**
 * A second web server of the same portal on the same database, whose clock is so many days ahead: how a journey lets a
 * quarter of a year pass. The clock of this process moves with it, and so do the jobs that it drains.
 */
export async function portalLater(days: number): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const offset = String(days * 86_400_000)
  const before = process.env.CLOCK_OFFSET_MS
  process.env.CLOCK_OFFSET_MS = offset
  const variables = {
    ...process.env,
    NODE_OPTIONS: '',
    CLOCK_OFFSET_MS: offset,
    PORT: String(port),
    DEMO: '1',
    DATABASE_KIND: 'embedded',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--port', String(port)], {
    stdio: 'ignore',
    env: variables,
  })
  const address = `http://localhost:${port}`
  await untilItAnswers(address, server)
  return {
    address,
    stop: async () => {
      if (before === undefined) delete process.env.CLOCK_OFFSET_MS
      else process.env.CLOCK_OFFSET_MS = before
      const gone = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      await gone
    },
  }
}

async function untilItAnswers(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error('The later portal ended before it answered')
    if (await fetch(`${address}/accessibility`).catch(() => undefined)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The later portal did not answer')
}
