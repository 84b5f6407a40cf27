import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { clusterFolder, postgresPrograms, type RunAs, runAs } from './embedded-files'
import { pageMemory } from './page-memory'
import { alive, lock, readPid, whenEnded } from './process-files'

const major = '18'

export type Embedded = {
  /** For the owner of the schema; the portal itself steps down to a lesser role. */
  url: string
  /** Leaves the server; the last process to leave stops it, whoever started it. */
  stop: () => Promise<void>
  /** Tells, within a second or two, that the server runs no more: stopped, or killed by somebody else. */
  whenGone: (tell: () => void) => void
}

/**
 * The PostgreSQL server of `dataDir`: started where none runs, shared where another process of ours runs it, adopted where
 * its owner was killed. It runs until the last of them has left. Safe when several processes open an empty folder at once. `durable: false` is for throw-away tests.
 * @throws where this platform has no programs, or the folder belongs to another major version: the message says what to do.
 */
export async function openEmbedded(dataDir: string, options: { durable?: boolean } = {}): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true })
  const user = runAs()
  if (user) chmodSync(dataDir, 0o711) // the stepped-down user walks through; it lists and reads nothing
  const cluster = clusterFolder(dataDir, user)
  const unlock = await lock(join(dataDir, 'postgres.lock'))
  try {
    if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(cluster, dataDir, user)
    refuseOtherVersion(cluster)
    const running = await runningPort(cluster, dataDir)
    const owner = readPid(join(dataDir, 'postgres.owner'))
    const mine = !running || owner === undefined || !alive(owner)
    if (!running) rmSync(join(dataDir, 'postgres.users'), { recursive: true, force: true }) // left by the killed
    const port = running ?? (await start(cluster, dataDir, user, options.durable ?? true))
    if (mine) writeFileSync(join(dataDir, 'postgres.owner'), String(process.pid))
    enter(dataDir, cluster)
    const whenGone = (tell: () => void) => whenEnded(join(cluster, 'postmaster.pid'), tell)
    return { url: urlOf(dataDir, port), stop: () => leave(dataDir, cluster), whenGone }
  } finally {
    unlock()
  }
}

function initialise(cluster: string, dataDir: string, user: RunAs): void {
  rmSync(cluster, { recursive: true, force: true }) // a half-made cluster has no PG_VERSION
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o711 }) // walked through by the stepped-down user
  mkdirSync(cluster, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const file = join(cluster, '..', `.password-${process.pid}`)
  writeFileSync(file, password, { mode: 0o600 })
  writeFileSync(join(dataDir, 'postgres.password'), password, { mode: 0o600 })
  if (user) for (const path of [cluster, file]) chownSync(path, user.uid, user.gid)
  const args = [
    '-D',
    cluster,
    '-U',
    'owner',
    '-A',
    'scram-sha-256',
    `--pwfile=${file}`,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ]
  try {
    execFileSync(join(postgresPrograms(user), 'bin', 'initdb'), args, {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    })
  } finally {
    rmSync(file, { force: true })
  }
}

function refuseOtherVersion(cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== major)
    throw new Error(
      `The data folder ${cluster} was made by PostgreSQL ${found}; this portal brings version ${major}. Move the folder away, or set DATABASE_URL to a server that can read it.`,
    )
}

async function start(cluster: string, dataDir: string, user: RunAs, durable: boolean): Promise<number> {
  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: 60,
    fsync: durable ? 'on' : 'off',
    ...(durable
      ? { shared_buffers: `${pageMemory(totalmem())}MB` }
      : { synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const log = openSync(join(dataDir, 'postgres.log'), 'a')
  const args = ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = spawn(join(postgresPrograms(user), 'bin', 'postgres'), args, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  })
  let ended = false
  child.once('exit', () => (ended = true))
  child.unref()
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(urlOf(dataDir, port))) return port
    if (ended) break
    await pause(25)
  }
  throw new Error(`PostgreSQL did not start. Its own words are in ${join(dataDir, 'postgres.log')}`)
}

async function stop(cluster: string, dataDir: string): Promise<void> {
  const pid = readPid(join(cluster, 'postmaster.pid'))
  if (pid !== undefined && alive(pid)) process.kill(pid, 'SIGINT')
  for (let tries = 0; pid !== undefined && alive(pid) && tries < 400; tries++) await pause(25)
  rmSync(join(dataDir, 'postgres.owner'), { force: true })
}

/** The last one out stops the server: a command that ends first must not take it from under the others. */
async function leave(dataDir: string, cluster: string): Promise<void> {
  const unlock = await lock(join(dataDir, 'postgres.lock'))
  try {
    rmSync(userFile(dataDir), { force: true })
    if (!hasUsers(dataDir)) await stop(cluster, dataDir)
  } finally {
    unlock()
  }
}

const userFile = (dataDir: string) => join(dataDir, 'postgres.users', String(process.pid))

function hasUsers(dataDir: string): boolean {
  const pids = readdirSync(join(dataDir, 'postgres.users'))
  for (const pid of pids) if (!alive(Number(pid))) rmSync(join(dataDir, 'postgres.users', pid), { force: true })
  return pids.some((pid) => alive(Number(pid)))
}

/** This process uses the server now. A watchman leaves for it when it ends without doing so itself. */
function enter(dataDir: string, cluster: string): void {
  mkdirSync(join(dataDir, 'postgres.users'), { recursive: true })
  writeFileSync(userFile(dataDir), '')
  const watchman = `process.stdin.resume().on('end',()=>{const f=require('fs'),[,users,me,postmaster]=process.argv;try{
    if(f.existsSync(users+'/'+me)){f.rmSync(users+'/'+me)
    const alive=p=>{try{process.kill(Number(p),0);return true}catch{return false}}
    if(!f.readdirSync(users).some(alive))process.kill(Number(f.readFileSync(postmaster,'utf8').split('\\n')[0]),'SIGINT')}
  }catch{}process.exit()})`
  const args = ['-e', watchman, join(dataDir, 'postgres.users'), String(process.pid), join(cluster, 'postmaster.pid')]
  const child = spawn(process.execPath, args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  ;(child.stdin as unknown as { unref(): void }).unref()
}

async function runningPort(cluster: string, dataDir: string): Promise<number | undefined> {
  const file = join(cluster, 'postmaster.pid')
  const pid = readPid(file)
  if (pid === undefined || !alive(pid)) return undefined
  const port = Number(readFileSync(file, 'utf8').split('\n')[3])
  for (let tries = 0; tries < 40; tries++) {
    if (await answers(urlOf(dataDir, port))) return port
    if (!alive(pid)) return undefined
    await pause(50)
  }
  return undefined
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function urlOf(dataDir: string, port: number): string {
  return `postgresql://owner:${readFileSync(join(dataDir, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/postgres`
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
