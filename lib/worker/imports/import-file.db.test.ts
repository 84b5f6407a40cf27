import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { csv, places } from '@/lib/testing/check-fixture'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { importFixture } from '@/lib/testing/import-fixture'
import { importerOf } from './importers'

useDatabase()
const ctx = contextOf(system)
const header = 'ref,name,category,status,version'
const rows = Array.from({ length: 30 }, (_, i) => `C${i + 1},Capability ${i + 1},Invented,Effective,1.0.0`)
const run = (bytes: string | Buffer, options = {}, kind = 'capabilities') =>
  importFile(ctx, importerOf(kind)!, { name: `${kind}.csv`, bytes: Buffer.from(bytes) }, options)
async function outcome(bytes: string | Buffer, kind?: string) {
  const result = await run(bytes, {}, kind)
  if (!result.ok) throw new Error(result.refusal.kind)
  return result.value
}
const left = async () => [await db.capability.count(), await db.importRun.count(), await db.event.count()]

describe('importing a file', () => {
  it('applies it once; the same bytes again change nothing and leave no event', async () => {
    const file = csv(header, ...rows)
    expect((await outcome(file)).state).toBe('applied')
    expect(await left()).toEqual([30, 1, 1])
    expect(await outcome(file)).toMatchObject({
      state: 'unchanged',
      summary: { new: 0, changed: 0, unchanged: 30, absent: 0 },
    })
    expect(await left()).toEqual([30, 1, 1])
  })

  it('tells new, changed, unchanged and absent, and marks the absent without deleting', async () => {
    await outcome(csv(header, ...rows))
    const next = [...rows.slice(2), 'C40,New,Invented,Effective,1.0.0'].map((row) =>
      row.replace('Capability 9,', 'Other,'),
    )
    expect((await outcome(csv(header, ...next))).summary).toMatchObject({
      rows: 29,
      new: 1,
      changed: 1,
      unchanged: 27,
      absent: 2,
    })
    expect(await db.capability.count({ where: { absent: true } })).toBe(2)
    expect((await outcome(csv(header, ...next))).state).toBe('unchanged')
    expect((await outcome(csv(header, ...rows))).summary).toMatchObject({ new: 0, changed: 3, absent: 1 })
    expect(await db.capability.findMany({ where: { absent: true }, select: { id: true } })).toEqual([{ id: 'C40' }])
  })

  it('a dry run tells the plan and writes nothing', async () => {
    expect(await run(csv(header, ...rows), { dryRun: true })).toMatchObject({
      value: { state: 'planned', summary: { new: 30 } },
    })
    expect(await left()).toEqual([0, 0, 0])
  })

  const whole = csv(header, ...rows)
  const broken: [string, string | Buffer, string][] = [
    ['a truncated file', whole.slice(0, whole.indexOf('C16,') + 9), '17::format'],
    ['a mis-encoded file', Buffer.from(whole.replace('Capability 16', 'Capabilit\u00e9 16'), 'latin1'), '17::encoding'],
    ['a key that stands twice', whole.replace('C16,', 'C3,'), '17:ref:duplicate-key'],
    ['a wrong column', whole.replace('category', 'kategorie'), '1:category:required'],
    ['a bad line 17', whole.replace('C16,', 'X16,'), '17:ref:format'],
  ]
  for (const [what, bytes, place] of broken)
    it(`rejects ${what} by its line and leaves nothing behind`, async () => {
      const { state, summary } = await outcome(bytes)
      expect([state, places(summary.errors)[0]]).toEqual(['rejected', place])
      expect(await left()).toEqual([0, 0, 0])
    })

  it('rejects a file cut off in its last cell where known rows are missing', async () => {
    await outcome(whole)
    const cut = whole.slice(0, whole.indexOf('C17,') - 3)
    expect(await outcome(cut)).toMatchObject({ state: 'rejected', summary: { errors: [{ line: 17, code: 'format' }] } })
    expect(await db.capability.count({ where: { absent: true } })).toBe(0)
  })

  it('two imports of a kind at once: one is applied, the other told to wait', async () => {
    const slow = { report: () => new Promise<void>((done) => setTimeout(done, 200)) }
    const results = await Promise.all([run(whole, slow), run(whole, slow)])
    const kinds = results.map((result) => (result.ok ? result.value.state : result.refusal.kind)).sort()
    expect(kinds).toEqual(['applied', 'conflict'])
    expect(await left()).toEqual([30, 1, 1])
  })

  it('killed midway has written nothing, and can be repeated', async () => {
    const die = ({ written }: { written: number }) => {
      if (written > 0) throw new Error('killed')
    }
    await expect(run(whole, { report: die })).rejects.toThrow('killed')
    expect(await left()).toEqual([0, 0, 0])
    expect((await outcome(whole)).state).toBe('applied')
  })

  it('a process killed by the system after its first rows has written nothing, and holds no lock', async () => {
    const args = ['--conditions=react-server', '--import', 'tsx', 'lib/testing/killed-import.ts']
    const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } })
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(await db.organisation.count()).toBe(0)
    const file = { name: 'commissioners-2026-01.csv', bytes: importFixture('commissioners-2026-01.csv') }
    await expect
      .poll(async () => (await importFile(ctx, importerOf('commissioners')!, file)).ok, { timeout: 10_000 })
      .toBe(true)
    expect([await db.organisation.count(), await db.event.count()]).toEqual([4, 1])
  })

  it('asks for what must come first', async () => {
    const { summary } = await outcome(
      csv('id,capability_id,name,compliancy,active,supplier_defined', 'E00001,1,An epic,MUST,true,false'),
      'epics',
    )
    expect(summary.errors[0]!.reason).toContain('import kind "capabilities" first')
  })

  it('an epic that changes its title changes the rows that bear it', async () => {
    await outcome(whole)
    const epics = (title: string) =>
      csv(
        'id,capability_id,name,compliancy,active,supplier_defined',
        `E00001,1,${title},MUST,true,false`,
        `E00001,2,${title},MAY,true,false`,
        'E00002,2,Other,MAY,true,false',
      )
    expect((await outcome(epics('One'), 'epics')).summary).toMatchObject({ new: 3 })
    expect((await outcome(epics('Two'), 'epics')).summary).toMatchObject({ new: 0, changed: 2, unchanged: 1 })
  })
})
