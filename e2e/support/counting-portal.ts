import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '@/lib/platform/embedded-postgres'

export type CountingPortal = {
  address: string
  /** The statements of the last answer at this path, in the order in which they were sent; transaction control aside. */
  statementsOf: (path: string) => Promise<string[]>
  stop: () => Promise<void>
}

/** A second web server of the same portal on the same database, which tells what each page asked of the database. */
export async function countingPortal(): Promise<CountingPortal> {
  const [port, statementsPort] = [await freePort(), await freePort()]
  const server = spawn(
    process.execPath,
    [
      '--import',
      './e2e/support/count-statements.mjs',
      '--import',
      './lib/launcher/end-with-parent.mjs',
      'lib/launcher/web.mjs',
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        PORT: String(port),
        STATEMENTS_PORT: String(statementsPort),
        DEMO: '1',
        DATABASE_KIND: 'embedded',
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  )
  const address = `http://localhost:${port}`
  await untilItAnswers(address, server)
  return {
    address,
    statementsOf: async (path) => {
      const asked = (await (await fetch(`http://127.0.0.1:${statementsPort}`)).json()) as Asked[]
      return asked.findLast((one) => one.path === path)?.statements ?? []
    },
    stop: async () => {
      const gone = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      await gone
    },
  }
}

type Asked = { path: string; statements: string[] }

async function untilItAnswers(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error('The counting portal ended before it answered')
    if (await fetch(`${address}/accessibility`).catch(() => undefined)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The counting portal did not answer')
}
