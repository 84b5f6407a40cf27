import pg from 'pg'
import { afterAll, beforeEach } from 'vitest'
import { firstSettingRows } from '@/prisma/seed/first-settings'

/**
 * Call once at the top of a `.db.test.ts` file: every test then begins with empty tables, but for the first
 * settings and the bank holidays that a migration brings. The owner truncates with the
 * triggers asleep; the portal's own role, as which the tests otherwise work, could not.
 */
export function useDatabase(): { asOwner: (sql: string, values?: unknown[]) => Promise<pg.QueryResult> } {
  const client = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL })
  const connected = client.connect()
  let tables = ''
  beforeEach(async () => {
    await connected
    if (!tables) {
      const { rows } = await client.query(
        `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'BankHoliday')`,
      )
      tables = rows.map((row) => row.name).join(', ')
    }
    await client.query(
      `set session_replication_role = replica; truncate ${tables} restart identity cascade; set session_replication_role = default`,
    )
    await client.query(firstSettings, [JSON.stringify(firstSettingRows())])
  })
  afterAll(() => client.end())
  return { asOwner: (sql, values) => client.query(sql, values) }
}

const firstSettings = `insert into "Setting" (id, key, value, source, "validFrom")
  select id, key, coalesce(value, 'null'), source, "validFrom"
  from json_to_recordset($1) as row (id uuid, key text, value jsonb, source text, "validFrom" date)`
