import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Prisma's own lock, so that `prisma migrate deploy` and this runner wait for each other. */
const prismaLock = 72707369
/** The role that the portal works as: it may not update, delete or truncate what is append-only. */
export const portalRole = 'gp_systems_portal'

type Migration = { name: string; sql: string; checksum: string }

/**
 * Applies prisma/migrations in order, each in one transaction, and keeps Prisma's table `_prisma_migrations`, so that the real
 * `prisma migrate deploy|status` agree. The adapter of Prisma splits scripts at every `;`, so they run through pg itself.
 * @returns the names applied now.
 * @throws where an applied migration was edited, or one is half applied: the message names it.
 */
export async function migrate(url: string, folder = 'prisma/migrations'): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [prismaLock])
    await client.query(`create table if not exists _prisma_migrations (
      id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
      logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
    const done = await applied(client)
    const pending = readMigrations(folder).filter((migration) => isPending(migration, done))
    for (const migration of pending) await apply(client, migration)
    await grantPortalRole(client)
    return pending.map((m) => m.name)
  } finally {
    await client.end()
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

type Applied = Map<string, { checksum: string; finished: boolean }>

async function applied(client: pg.Client): Promise<Applied> {
  const { rows } = await client.query(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  return new Map(
    rows.map((row) => [row.migration_name, { checksum: row.checksum, finished: row.finished_at !== null }]),
  )
}

function isPending(migration: Migration, done: Applied): boolean {
  const before = done.get(migration.name)
  if (!before) return true
  if (!before.finished)
    throw new Error(
      `The migration ${migration.name} is half applied. Mend the database, then mark it with "prisma migrate resolve".`,
    )
  if (before.checksum !== migration.checksum)
    throw new Error(
      `The migration ${migration.name} was edited after it had been applied. Restore it and write a new one.`,
    )
  return false
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      'insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ($1, $2, now(), $3, 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${name} failed and was rolled back: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Gives the portal's role what it needs and no more. A server whose owner may not make roles keeps the triggers alone,
 * which refuse the same things to everybody.
 */
async function grantPortalRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user`,
  )
  const { rows: found } = await client.query('select 1 from pg_roles where rolname = $1', [portalRole])
  if (!rows[0].may && found.length === 0) return
  if (found.length === 0)
    await client.query(
      `do $$ begin create role ${portalRole} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    )
  await client.query(`grant ${portalRole} to current_user`)
  await client.query(`grant usage on schema public to ${portalRole}`)
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${portalRole}`)
  await client.query(`grant usage on all sequences in schema public to ${portalRole}`)
  const { rows: guarded } = await client.query(
    `select distinct tgrelid::regclass as "table" from pg_trigger where tgname = 'append_only'`,
  )
  for (const { table } of guarded) await client.query(`revoke update, delete, truncate on ${table} from ${portalRole}`)
}
