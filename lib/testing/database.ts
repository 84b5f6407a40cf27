import pg from 'pg'
import { afterAll, beforeEach } from 'vitest'
import { firstSettingRows } from '@/prisma/seed/first-settings'

/**
 * Call once at the top of a `.db.test.ts` file: every test then begins with empty tables, but for the first
 * settings and the bank holidays that a migration brings. The owner empties them with the
 * triggers asleep; the portal's own role, as which the tests otherwise work, could not.
 */
export function useDatabase(): { asOwner: (sql: string, values?: unknown[]) => Promise<pg.QueryResult> } {
  const client = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL })
  const connected = client.connect()
  let [filled, begin] = ['', '']
  beforeEach(async () => {
    await connected
    if (!filled) [filled, begin] = await statementsOf(client)
    // Most tests write into few tables: emptying those alone takes a tenth of a truncation of all.
    const { rows } = await client.query<{ name: string }>({ name: 'filled', text: filled })
    const deletes = rows.map(({ name }) => `delete from ${name};`).join('')
    await client.query(
      `set session_replication_role = replica; ${deletes} ${begin} set session_replication_role = default`,
    )
    await client.query(firstSettings, [JSON.stringify(firstSettingRows())])
  })
  afterAll(() => client.end())
  return { asOwner: (sql, values) => client.query(sql, values) }
}

/** Which tables hold a row, and every sequence from its first number again. */
async function statementsOf(client: pg.Client): Promise<[filled: string, begin: string]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'BankHoliday')`,
  )
  const { rows: sequences } = await client.query<{ name: string }>(
    `select quote_ident(sequencename) as name from pg_sequences where schemaname = 'public'`,
  )
  return [
    tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
    sequences.map(({ name }) => `select setval('${name}', 1, false);`).join(' '),
  ]
}

const firstSettings = `insert into "Setting" (id, key, value, source, "validFrom")
  select id, key, coalesce(value, 'null'), source, "validFrom"
  from json_to_recordset($1) as row (id uuid, key text, value jsonb, source text, "validFrom" date)`
