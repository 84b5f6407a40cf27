import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { importFixture } from '@/lib/testing/import-fixture'
import { sharedBytes, sharedData } from '@/lib/testing/shared-data'
import { shippedFiles } from '@/prisma/seed/reference/shipped-files'
import { seedReference } from '@/prisma/seed/seed-reference'
import { importerOf } from './importers'

useDatabase()
const ctx = contextOf(system)

async function load(kind: string, name: string, bytes: Buffer) {
  const result = await value(importFile(ctx, importerOf(kind)!, { name, bytes }))
  const { state, summary } = result
  const { rows, new: fresh, changed, unchanged, absent, errors } = summary
  return [state, rows, fresh, changed, unchanged, absent, errors.length] as const
}
const path = (kind: string, file: string) => load(kind, file, sharedBytes(file))

describe.skipIf(!sharedData('ods'))('the public files (skipped: no shared data)', () => {
  it('import in order with the counts of the catalogue document, and a second time change nothing', async () => {
    const files: [string, string, number, number][] = [
      ['commissioners', 'ods/ccg-eccg-2025-12.csv', 320, 320],
      ['commissioner-map', 'ods/ccg-subicb-icb-map.csv', 106, 106],
      ['practices', 'ods/gp-practices-epraccur-2023-12.csv', 15_971, 8226],
      ['list-sizes', 'ods/gp-list-sizes-2022-05.csv', 6506, 6506],
      ['systems', 'ods/gp-practice-supplier-2019-09.csv', 6640, 6640],
      ['systems', 'ods/gp-practice-supplier-pcn-icb-2025-08.csv', 6196, 6166],
      ['capabilities', 'reference/capabilities.csv', 46, 46],
      ['epics', 'reference/epics.csv', 809, 809],
      ['standards', 'reference/standards.csv', 67, 67],
      ['standard-links', 'reference/standards-capabilities.csv', 600, 600],
      ['standard-versions', 'reference/standards-versions-confluence.csv', 21, 14],
      ['roadmap', 'reference/standards-roadmap.csv', 27, 27],
      ['integrations', 'reference/integrations.csv', 12, 12],
      ['frameworks', 'reference/frameworks.csv', 4, 4],
      ['historic-catalogue', 'reference/catalogue-real.csv', 90, 90],
    ]
    const first = []
    for (const [kind, file] of files) first.push([kind, ...(await path(kind, file))])
    const expected = files.map(([kind, , rows, fresh]) => [
      kind,
      'applied',
      rows,
      fresh,
      kind === 'standard-versions' ? 5 : 0,
      0,
      0,
      0,
    ])
    expect(first).toEqual(expected)
    const events = await db.event.count()
    expect(events).toBe(15)

    const again = []
    for (const [kind, file] of files) again.push([kind, ...(await path(kind, file))])
    const kept = files.map(([kind, , rows, fresh]) => [
      kind,
      'unchanged',
      rows,
      0,
      0,
      kind === 'standard-versions' ? 19 : fresh,
      0,
      0,
    ])
    expect(again).toEqual(kept)
    expect(await db.event.count()).toBe(events)
    expect(await db.importRun.count()).toBe(15)

    expect(await db.organisation.count({ where: { kind: 'practice', status: { not: 'stub' } } })).toBe(8226)
    expect(await db.organisation.count({ where: { kind: 'practice', status: 'active' } })).toBe(6348)
    expect(await db.organisation.count({ where: { status: 'stub' } })).toBe(15)
    expect((await db.listSize.aggregate({ _sum: { patients: true } }))._sum.patients).toBe(61_654_788)
    const retired = await db.standard.findMany({
      where: { id: { in: ['S5', 'S13', 'S78', 'S1'] } },
      select: { id: true, retired: true },
    })
    expect(new Map(retired.map((row) => [row.id, row.retired]))).toEqual(
      new Map([
        ['S5', false],
        ['S13', false],
        ['S78', true],
        ['S1', true],
      ]),
    )
  }, 120_000)
})

describe('the shipped reference facts', () => {
  it('enter by the same door, and a second time change nothing', async () => {
    for (const { kind, name, bytes } of shippedFiles()) expect((await load(kind, name, bytes))[0]).toBe('applied')
    expect([await db.capability.count(), await db.epic.count(), await db.standardCapability.count()]).toEqual([
      46, 768, 600,
    ])
    for (const { kind, name, bytes } of shippedFiles()) expect((await load(kind, name, bytes))[0]).toBe('unchanged')
  })

  it('leave alone what a file has told already', async () => {
    await load('capabilities', 'capabilities.csv', importFixture('capabilities.csv'))
    await expect(seedReference(ctx)).rejects.toThrow('epics')
    expect(await db.capability.count()).toBe(2)
  })

  it.skipIf(!sharedData('reference'))(
    'let the public files tell what is new to them (skipped: no shared data)',
    async () => {
      for (const { kind, name, bytes } of shippedFiles()) await load(kind, name, bytes)
      expect(await path('standards', 'reference/standards.csv')).toEqual(['unchanged', 67, 0, 0, 67, 0, 0])
      expect(await path('standard-links', 'reference/standards-capabilities.csv')).toEqual([
        'unchanged',
        600,
        0,
        0,
        600,
        0,
        0,
      ])
      // The public files add descriptions, and titles where the shipped ones have ids or our own words.
      expect(await path('capabilities', 'reference/capabilities.csv')).toEqual(['applied', 46, 0, 46, 0, 0, 0])
      expect((await path('epics', 'reference/epics.csv')).slice(0, 3)).toEqual(['applied', 809, 0])
      expect(await path('integrations', 'reference/integrations.csv')).toEqual(['unchanged', 12, 0, 0, 12, 0, 0])
    },
  )
})
