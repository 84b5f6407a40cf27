import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '@/lib/platform/embedded-postgres'
import { halfStates } from '@/lib/testing/half-states'
import { expect, test } from '../support/journey'
import { started } from './own-portal'

const kills = 8
const enough = 200

/**
 * The whole portal (pages, worker, database) and the process that gives the commands are killed as an operating system kills, at
 * moments drawn from a seed that is printed. What was acknowledged stands, what was not does not, and nothing stands by half.
 */
test('two hundred commands over all rooms, everything killed at any moment, leave no half state', async () => {
  test.skip(!process.env.KILL_SEED, 'it takes minutes and kills a whole portal: set KILL_SEED to a number to run it')
  test.setTimeout(600_000)
  const seed = Number(process.env.KILL_SEED)
  say(`seed of the kills: ${seed}`)
  const random = randomOf(seed)
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-killed-'))
  const settings = { ...ofItsOwn, DATA_DIR: folder, PORT: String(await freePort()) }
  let portal: ChildProcess | undefined
  try {
    let done = 0
    const story = new Set<string>()
    for (let round = 0; round < kills || done < enough; round++) {
      expect(round, `only ${done} commands in ${round} rounds`).toBeLessThan(kills * 3)
      portal = (await started(settings)).portal
      const url = databaseUrl(folder)
      // The demonstration begins in the middle of its story: what it is told about is older than its events.
      const faults = await halfStates(url)
      if (round === 0) for (const fault of faults) story.add(fault)
      expect(
        faults.filter((fault) => !story.has(fault)),
        `after ${round} kills`,
      ).toEqual([])
      const worker = await working(url, folder, round)
      await new Promise((later) => setTimeout(later, 300 + random() * 4_000))
      expect(worker.exitCode, 'the commands ended by themselves').toBeNull()
      worker.kill('SIGKILL')
      done = await commands(url)
      portal.kill('SIGKILL')
      await gone(url)
    }
    say(`${done} commands were done`)
    const { portal: last } = await started(settings)
    portal = last
    const url = databaseUrl(folder)
    await expect.poll(() => unheard(url), { timeout: 60_000 }).toEqual([])
    expect((await halfStates(url)).filter((fault) => !story.has(fault))).toEqual([])
    const verified = spawnSync('node', ['lib/launcher/run.mjs', 'lib/worker/command-line/audit-verify.ts'], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url },
      encoding: 'utf8',
    })
    expect(verified.stdout).toMatch(/^[0-9a-f]{64} \(\d+ events in \d+ chains\)$/m)
    expect(verified.status).toBe(0)
    await new Promise((ended) => last.once('exit', ended) && last.kill('SIGTERM'))
  } finally {
    portal?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

const say = (words: string) => process.stdout.write(`${words}\n`)

const ofItsOwn = {
  DATABASE_URL: '',
  DATABASE_ROLE: '',
  DEMO: '1',
  OIDC_ISSUER: '',
  NEXTAUTH_SECRET: '',
  PUBLIC_URL: '',
  CLOCK_OFFSET_MS: '',
  LOG_LEVEL: 'silent',
}

/** Mulberry32: the same seed gives the same moments. */
function randomOf(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The process that gives commands; answers when its first stretch is on its way. A fault of its own fails the test. */
async function working(url: string, folder: string, round: number): Promise<ChildProcess> {
  const file = 'e2e/launcher/work-over-all-rooms.ts'
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', file, String(round)], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, DATABASE_ROLE: 'gp_systems_portal', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((ready, failed) => {
    child.stdout!.once('data', () => ready())
    child.once('exit', (code) => failed(new Error(`The commands ended with ${code}`)))
  })
  return child
}

function databaseUrl(folder: string): string {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgresql://owner:${readFileSync(join(folder, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/postgres`
}

/** Each command is one transaction, and every one records at least one event under the name of these tests. */
async function commands(url: string): Promise<number> {
  const [row] = await asked<{ n: number }>(
    url,
    `select count(distinct "transactionId")::int as n from "Event" where "requestId" = 'test'`,
  )
  return row!.n
}

/** What the worker owes: money that was granted and whose order has not heard of it, and orders signed without a contract. */
const unheard = (url: string) =>
  asked(
    url,
    `select o.id, o.state from "CallOff" o join "FundingRequest" r on r.id = o."fundingRequestId" where r.state = 'approved' and o.state = 'awaiting-funding'
     union all select o.id, o.state from "CallOff" o where o.state = 'signed' and not exists (select 1 from "Contract" c where c."callOffId" = o.id)`,
  )

async function asked<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that is killed ends its connections whenever it likes; what was asked fails by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Nothing of the killed portal answers any more: its parts end with it. */
async function gone(url: string): Promise<void> {
  await expect
    .poll(
      () =>
        asked(url, 'select 1').then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 20_000 },
    )
    .toBe('gone')
}
