import { readFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { system, visitor } from '@/lib/platform/actor'
import { dayFromDate } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { getModule } from './get-module'
import { getPublicModule } from './list-public'
import { emptyFilter } from './module-filter'
import { publishListing } from './publish-listing'
import { searchModules } from './search-modules'

useDatabase()
const [before, on] = [new Date('2027-02-28T12:00:00Z'), new Date('2027-03-01T12:00:00Z')]
const announcedAt = new Date('2026-11-24T12:00:00Z')
const at = (now: Date) => ({ ...contextOf(visitor), now })
let rising: MadeModule

beforeEach(async () => {
  rising = await module.conformant({ name: 'Rising', unitPrice: '120000' })
  await module.conformant({ name: 'Steady', unitPrice: '126000' })
  const listing = (await getModule(at(announcedAt), rising.moduleId))!.listing
  const rise = {
    ...listing.prices[0]!,
    id: 'rise',
    validFrom: '2027-03-01',
    tiers: [{ from: '1', unitPrice: '130000' }],
  }
  const published = await publishListing(
    { ...contextOf(system), now: announcedAt },
    {
      listingId: newId(),
      moduleVersionId: rising.moduleVersionId,
      content: { ...listing, prices: [listing.prices[0], rise] },
    },
  )
  if (!published.ok) throw new Error(published.refusal.kind)
})

const sorted = async (now: Date) =>
  (await searchModules(at(now), { ...emptyFilter, sort: 'price', n: 10_000 })).cards.map((card) => [
    card.name,
    card.price?.tiers[0]?.unitPrice,
  ])

it('PRC-13 the list sorts and shows by the price of the day: before the rise, and from its first day', async () => {
  expect(await sorted(before)).toEqual([
    ['Rising', 120_000n],
    ['Steady', 126_000n],
  ])
  expect(await sorted(on)).toEqual([
    ['Steady', 126_000n],
    ['Rising', 130_000n],
  ])
})

it('PRC-13 the module says what holds and what was announced, and when', async () => {
  const prices = async (now: Date) => {
    const { present, announced } = (await getModule(at(now), rising.moduleId))!.prices
    return [present.map((p) => p.tiers[0]!.unitPrice), announced.map((a) => [a.price.validFrom, a.announcedOn])]
  }
  expect(await prices(before)).toEqual([[120_000n], [['2027-03-01', '2026-11-24']]])
  expect(await prices(on)).toEqual([[130_000n], []])
  const open = await getPublicModule(at(before), rising.moduleId)
  expect([open?.prices.present.map((p) => p.id), open?.prices.announced.map((p) => p.announcedOn)]).toEqual([
    ['list'],
    ['2026-11-24'],
  ])
})

it('what a search keeps beforehand is never changed', async () => {
  expect(await db.headlinePrice.count({ where: { listing: { moduleId: rising.moduleId } } })).toBe(3)
  await expect(db.headlinePrice.updateMany({ data: { timesAYear: 2 } })).rejects.toThrow(
    /permission denied|append-only/,
  )
})

it('the migration gives listings of before the same prices as publishing does', async () => {
  const migration = readFileSync('prisma/migrations/20261125004051_headline_prices/migration.sql', 'utf8')
  const query = /WITH price AS[\s\S]*FROM headline/.exec(migration)![0].replace('INSERT INTO "HeadlinePrice"\n', '')
  const named = query.replace("(p->>'validFrom')::date,", '(p->>\'validFrom\') as "validFrom",')
  const made = await db.$queryRawUnsafe<{ id: string; validFrom: string }[]>(named)
  const kept = await db.headlinePrice.findMany()
  const ofMigration = new Set(made.map((row) => `${row.id} ${row.validFrom}`))
  expect(ofMigration).toEqual(new Set(kept.map((row) => `${row.listingVersionId} ${dayFromDate(row.validFrom)}`)))
  expect(ofMigration.size).toBe(4)
})
