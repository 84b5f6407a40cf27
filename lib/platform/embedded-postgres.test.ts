import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clusterFolder, runAs } from './embedded-files'
import { openEmbedded } from './embedded-postgres'

let folder: string
let children: ChildProcess[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gp-systems-embedded-'))
  children = []
})
afterEach(async () => {
  await Promise.all(children.map(end))
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that holds the server, and the address it was given. */
async function holder(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/hold-embedded.ts', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const url = await new Promise<string>((said, failed) => {
    child.stdout!.once('data', (text: Buffer) => said(text.toString().trim()))
    child.once('exit', (code) => failed(new Error(`ended with ${code}`)))
  })
  return { child, url }
}
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.stdin!.end()
  await gone
}
async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the server is killed on purpose
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const answers = (url: string) =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  )
const until = async (holds: () => Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await holds()); tries++) await new Promise((done) => setTimeout(done, 50))
  return holds()
}

it('four processes that open an empty folder at once share one server', async () => {
  const four = await Promise.all([holder(), holder(), holder(), holder()])
  expect(new Set(four.map((h) => h.url)).size).toBe(1)
}, 60_000)

it('what was acknowledged survives kill -9 of server and owner; the next start recovers and leaves nothing behind', async () => {
  const { child, url } = await holder()
  await query(url, 'create table kept (n int); insert into kept select generate_series(1, 1000)')
  const [{ pid }] = await query(url, 'select pg_backend_pid() as pid')
  expect(pid).toBeGreaterThan(0)
  child.kill('SIGKILL')
  expect(await until(async () => !(await answers(url)))).toBe(true)
  const again = await holder()
  expect(await query(again.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
  await end(again.child)
  expect(await answers(again.url)).toBe(false)
}, 60_000)

it('a folder of another major version is refused with what to do', async () => {
  const cluster = clusterFolder(folder, runAs())
  mkdirSync(cluster, { recursive: true })
  writeFileSync(join(cluster, 'PG_VERSION'), '15\n')
  await expect(openEmbedded(folder)).rejects.toThrow(
    /was made by PostgreSQL 15.*Move the folder away, or set DATABASE_URL/,
  )
})

it.runIf(process.getuid?.() === 0)(
  'root may keep the data under a folder that is closed to everybody else',
  async () => {
    const inside = join(folder, 'closed', 'data')
    mkdirSync(join(folder, 'closed'), { mode: 0o700 })
    const server = await openEmbedded(inside, { durable: false })
    expect(await answers(server.url)).toBe(true)
    await server.stop()
    rmSync(clusterFolder(inside, runAs()), { recursive: true, force: true })
  },
  60_000,
)
