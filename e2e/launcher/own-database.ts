import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** The embedded database of a portal that keeps its data in this folder, as its owner. */
export function databaseUrl(folder: string): string {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgresql://owner:${readFileSync(join(folder, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/postgres`
}

/** One question on a connection of its own. */
export async function asked<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
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

/** Waits until nothing of a killed portal answers any more: its parts end with it. @throws after 20 seconds. */
export async function gone(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answers = await asked(url, 'select 1').catch(() => undefined)
    if (!answers) return
    await pause(100)
  }
  throw new Error('The database of the killed portal still answers')
}

/** What the worker owes: money that was granted and whose order has not heard of it, and orders signed without a contract. */
export const unheard = (url: string) =>
  asked<{ id: string; state: string }>(
    url,
    `select o.id, o.state from "CallOff" o join "FundingRequest" r on r.id = o."fundingRequestId" where r.state = 'approved' and o.state = 'awaiting-funding'
     union all select o.id, o.state from "CallOff" o where o.state = 'signed' and not exists (select 1 from "Contract" c where c."callOffId" = o.id)`,
  )

/** The chain of events as `npm run audit:verify` reads it, in a process of its own. @throws with its words where it is broken. */
export function verifiedChain(url: string): string {
  const verified = spawnSync('node', ['lib/launcher/run.mjs', 'lib/worker/command-line/audit-verify.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url },
    encoding: 'utf8',
  })
  if (verified.status !== 0) throw new Error(`The chain does not verify: ${verified.stderr}`)
  return verified.stdout.trim()
}
