import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answers, startWeb, stopChild } from '@/lib/launcher/children'
import { secretOf } from '@/lib/launcher/secret'
import { buildWeb } from '@/lib/launcher/web-build'
import { freePort, openEmbedded } from '@/lib/platform/embedded-postgres'
import { migrate, portalRole } from '@/lib/platform/migrate'
import { generateModules } from './generate-modules'
import { connected, loadPortal, readReference } from './load-portal'
import { loadReference } from './load-reference'
import { parentOf } from './process-cpu'

export type Stage = {
  portal: string
  reference: string
  pids: { portal: number; reference: number; database: number }
  databaseUrl: string
  /** Some of the modules, the same on every machine. */
  ids: string[]
  close: () => Promise<void>
}

/** A throw-away database server with the same modules for both, the production web server and the bare reference server. */
export async function setStage(count: number): Promise<Stage> {
  await buildWeb()
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-bench-'))
  const server = await openEmbedded(folder, { durable: false })
  const children: ChildProcess[] = []
  const close = async () => {
    await Promise.all(children.map(stopChild))
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [portalUrl, referenceUrl] = [
      await makeDatabase(server.url, 'portal'),
      await makeDatabase(server.url, 'reference'),
    ]
    await migrate(portalUrl)
    const ids = await fill(portalUrl, referenceUrl, count)
    const [portalPort, referencePort] = [await freePort(), await freePort()]
    const address = `http://localhost:${portalPort}`
    const settings = { PUBLIC_URL: address, NEXTAUTH_URL: address, DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'warn' }
    Object.assign(process.env, settings, { NEXTAUTH_SECRET: secretOf(folder, undefined), DATABASE_KIND: 'embedded' })
    const web = startWeb(portalPort, false)
    web.stdout?.resume()
    const bare = startReference(referenceUrl, referencePort)
    children.push(web, bare)
    await Promise.all([inMemory(address, web), answers(`http://127.0.0.1:${referencePort}/`, bare)])
    const pids = { portal: web.pid!, reference: bare.pid!, database: await postmasterOf(server.url) }
    return { portal: address, reference: `http://127.0.0.1:${referencePort}`, pids, databaseUrl: portalUrl, ids, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Nothing but a throw-away database server with the portal's empty tables. It keeps what it says, as a real one does. */
export async function setDatabase(): Promise<Pick<Stage, 'databaseUrl' | 'close'>> {
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-bench-'))
  const server = await openEmbedded(folder)
  const close = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const databaseUrl = await makeDatabase(server.url, 'portal')
    await migrate(databaseUrl)
    Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_ROLE: portalRole, DATA_DIR: folder })
    return { databaseUrl, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  await connected(serverUrl, (client) => client.query(`create database ${name}`))
  return serverUrl.replace(/\/postgres$/, `/${name}`)
}

/** The national reference comes by the importers' own door; only the modules are written past it. */
async function fill(portalUrl: string, referenceUrl: string, count: number): Promise<string[]> {
  Object.assign(process.env, { DATABASE_URL: portalUrl, DATABASE_ROLE: portalRole })
  const [{ seedReference }, { system }, { now }, { db }] = await Promise.all([
    import('@/prisma/seed/seed-reference'),
    import('@/lib/platform/actor'),
    import('@/lib/platform/clock'),
    import('@/lib/platform/db'),
  ])
  await seedReference({ actor: system, now: now(), requestId: 'bench' })
  await db.$disconnect()
  const modules = generateModules(count, await readReference(portalUrl))
  await loadPortal(portalUrl, modules)
  await loadReference(referenceUrl, modules, portalUrl)
  return modules.slice(0, 200).map(({ id }) => id)
}

/** Waits until the catalogue is in memory. The health is down all the while: there is no worker to disturb what is measured. */
async function inMemory(address: string, web: ChildProcess): Promise<void> {
  await answers(`${address}/modules`, web)
  for (let tries = 0; tries < 1_200; tries++) {
    const health = (await (await fetch(`${address}/api/health`)).json()) as { catalogue: string }
    if (health.catalogue === 'in memory') return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The catalogue did not come into memory within two minutes')
}

function startReference(url: string, port: number): ChildProcess {
  const args = [
    '--conditions=react-server',
    '--import',
    './lib/launcher/end-with-parent.mjs',
    '--import',
    'tsx',
    'bench/reference-server.ts',
  ]
  const env = { ...process.env, DATABASE_URL: url, PORT: String(port), NODE_ENV: 'production' }
  return spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: env as NodeJS.ProcessEnv,
  })
}

/** The parent of every backend is the server itself. */
async function postmasterOf(url: string): Promise<number> {
  return connected(url, async (client) => parentOf((await client.query('select pg_backend_pid() as pid')).rows[0].pid))
}
