import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { useDatabase } from '@/lib/testing/database'

const { asOwner } = useDatabase()
type Column = { table: string; column: string; type: string; needed: boolean }
let columns: Column[] = []

beforeEach(async () => {
  const { rows } = await asOwner(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, a.attnotnull as needed
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where t.tgname = 'append_only' order by c.relname, a.attnum`)
  columns = rows
})

/** Any value of a type: what stands in the row does not matter, only that nobody changes it. */
const values: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  jsonb: `'{}'`,
  integer: '1',
  bigint: '1',
  boolean: 'true',
  date: `'2026-01-01'`,
  'timestamp with time zone': `'2026-01-01'`,
  'text[]': `'{}'`,
  'bigint[]': `'{}'`,
  tsvector: `''`,
  bytea: `''`,
}
const anyOf = ({ type }: Column) => values[type] ?? `null::${type}`

it('database/frozen-rows-refuse-update: neither the portal nor the owner changes or deletes a row of an append-only table', async () => {
  const tables = [...new Set(columns.map(({ table }) => table))]
  expect(tables.length).toBeGreaterThan(10)
  const restored = await putOneRowInEach(tables)
  const act = fc
    .constantFrom(...columns)
    .chain((column) =>
      fc.record({ column: fc.constant(column), how: fc.constantFrom('update', 'delete'), owner: fc.boolean() }),
    )
  await fc.assert(
    fc.asyncProperty(act, async ({ column, how, owner }) => {
      const sql =
        how === 'delete'
          ? `delete from "${column.table}"`
          : `update "${column.table}" set "${column.column}" = ${anyOf(column)}`
      const attempt = owner ? asOwner(sql) : db.$executeRawUnsafe(sql)
      await expect(attempt, sql).rejects.toThrow(
        /append-only|permission denied|cannot be|can only be updated to DEFAULT/i,
      )
    }),
    { numRuns: 1000 },
  )
  for (const sql of restored) await asOwner(sql)
  for (const table of tables) expect((await asOwner(`select count(*)::int as n from "${table}"`)).rows[0].n).toBe(1)
}, 180_000)

/** A row of any shape in each table, while rules and references sleep; how to bring back the rules that such a row would break. */
async function putOneRowInEach(tables: string[]): Promise<string[]> {
  const restored: string[] = []
  await asOwner('set session_replication_role = replica')
  for (const table of tables) {
    const own = columns.filter((column) => column.table === table && (column.needed || values[column.type]))
    const rules = await asOwner(
      `select conname, pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = '"${table}"'::regclass and contype = 'c'`,
    )
    for (const { conname, rule } of rules.rows) {
      await asOwner(`alter table "${table}" drop constraint "${conname}"`)
      restored.push(`alter table "${table}" add constraint "${conname}" ${rule} not valid`)
    }
    const names = own.map(({ column }) => `"${column}"`).join(', ')
    await asOwner(`insert into "${table}" (${names}) overriding system value values (${own.map(anyOf).join(', ')})`)
  }
  await asOwner('set session_replication_role = default')
  return restored
}
