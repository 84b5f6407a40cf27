import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { csv } from '@/lib/testing/check-fixture'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { importerOf } from './importers'

const { asOwner } = useDatabase()
const tables = ['Integration', 'ImportRun', 'Event', 'EventChain']
/** The transaction dies at the row whose turn it is, of whatever table, counted over all that an import writes. */
const mine = `
  create table "KillAt" (turn int not null);
  insert into "KillAt" values (0);
  create function die_at_turn() returns trigger language plpgsql security definer as $$
  begin
    perform set_config('test.rows', (coalesce(nullif(current_setting('test.rows', true), ''), '0')::int + 1)::text, true);
    if current_setting('test.rows')::int = (select turn from "KillAt") then raise exception 'killed'; end if;
    return new;
  end $$;`

beforeAll(async () => {
  await asOwner(mine)
  for (const table of tables)
    await asOwner(
      `create trigger die_at_turn before insert or update on "${table}" for each row execute function die_at_turn()`,
    )
})
afterAll(async () => {
  for (const table of tables) await asOwner(`drop trigger die_at_turn on "${table}"`)
  await asOwner('drop function die_at_turn; drop table "KillAt"')
})

const fileOf = (names: string[]) => ({
  name: 'integrations.csv',
  bytes: Buffer.from(csv('integration,type_seq,type', ...names.map((name, i) => `IM1,${i + 1},${name}`))),
})
const run = (names: string[]) => importFile(contextOf(system), importerOf('integrations')!, fileOf(names))
const standing = async () => ({
  rows: await db.integration.findMany({ orderBy: { id: 'asc' } }),
  runs: await db.importRun.count(),
  events: await db.event.count(),
  chain: await db.eventChain.findMany(),
})
const killAt = (turn: number) => asOwner('update "KillAt" set turn = $1', [turn])

it('database/killed-import-leaves-nothing: killed at any row, everything is as it was, and the file can be applied', async () => {
  await asOwner('delete from "KillAt"; insert into "KillAt" values (0)')
  expect((await run(['Bulk', 'Transactional', 'Patient'])).ok).toBe(true)
  let before = await standing()
  const names = fc.uniqueArray(fc.constantFrom('Bulk', 'Transactional', 'Patient', 'A', 'B', 'C', 'D'), {
    minLength: 1,
  })
  let killed = 0
  await fc.assert(
    fc.asyncProperty(names, fc.integer({ min: 1, max: 10 }), async (given, turn) => {
      await killAt(turn)
      const outcome = await run(given).then(
        (result) => (result.ok ? result.value.state : 'refused'),
        () => 'killed',
      )
      if (outcome === 'killed') {
        killed++
        expect(await standing()).toEqual(before)
        return
      }
      // It wrote fewer rows than its turn: then it stands whole, and the next one begins from there.
      expect(['applied', 'unchanged']).toContain(outcome)
      before = await standing()
      expect(before.rows.filter((row) => !row.absent).map((row) => row.name)).toEqual(given.toSorted())
    }),
    { numRuns: 1000 },
  )
  expect(killed).toBeGreaterThan(200)
}, 120_000)
