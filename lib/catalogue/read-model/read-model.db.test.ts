import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { generateModules } from '@/bench/generate-modules'
import { loadPortal, readReference } from '@/bench/load-portal'
import { system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { demoCatalogue } from '@/prisma/factories/catalogue'
import { minimalListing } from '@/prisma/factories/listing'
import { module } from '@/prisma/factories/module'
import { seedReference } from '@/prisma/seed/seed-reference'
import { emptyFilter, facetNames, type ModuleFilter, sorts } from '../module-filter'
import { inDatabase } from '../module-search-store'
import type { ModulesFound } from '../module-view'
import { searchWith } from '../search-modules'
import { inMemory } from './find-in-memory'
import { currentReadModel, keepReadModel } from './keep-read-model'
import { openReadModel } from './open-read-model'

const database = useDatabase()
const ctx = contextOf(visitor)
const keeping = keepReadModel()
/** As a second web server would. */
const other = openReadModel()
afterAll(() => Promise.all([keeping.close(), other.close()]))

/** Waits until everything committed before is in the model: notifications arrive in the order of commits. */
async function caughtUp(kept = keeping) {
  for (let tries = 0; tries < 400; tries++) {
    const model = kept.current()
    const stored = await db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from "Module" m join "ListingVersion" l on l.id = m."currentListingId"`
    if (model && model.slots.size === stored[0]!.n) return model
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error('the model never caught up')
}

const ask = async (filter: ModuleFilter, at = ctx) => {
  const truth = await searchWith(inDatabase(db), at, filter)
  const model = currentReadModel()
  if (!model) throw new Error('no model')
  return [inOrder(await searchWith(inMemory(model), at, filter)), inOrder(truth)]
}
/** Capabilities of a card have no order of their own. */
const inOrder = (found: ModulesFound) => ({
  ...found,
  cards: found.cards.map((card) => ({ ...card, capabilityIds: [...card.capabilityIds].sort() })),
})

const words = [
  'referral',
  'audit',
  'patients',
  'appointments',
  'letters',
  'the',
  'cedar',
  'clinical',
  'zzz',
  'prescribing',
]
const term = fc.oneof(
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `"${a} ${b}"`),
  fc.constantFrom(...words).map((w) => `-${w}`),
  fc.constantFrom('or', 'two-way', 'e-mail', '"place in the queue"', "o'neil", 'a\\b', '5.2'),
)
const q = fc.array(term, { maxLength: 4 }).map((terms) => terms.join(' '))
const some = (values: string[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength }).map((v) => v.sort())
const filters: fc.Arbitrary<ModuleFilter> = fc.record({
  ...emptyFilterOf(),
  q: fc.oneof({ weight: 2, arbitrary: q }, fc.constant('')),
  cap: some(['C1', 'C5', 'C13', 'C14', 'C99'], 2),
  int: some(['im1.bulk', 'im1.transactional'], 1),
  fw: some(['TIF001', 'ATP001', 'DFOCVC001']),
  lot: some(['1', '2'], 1),
  app: some(['browser', 'mobile', 'desktop']),
  host: some(['public-cloud', 'hybrid', 'on-premise']),
  standing: some(['conformant', 'not-assessed', 'suspended', 'work-off']),
  kind: some(['foundation', 'module'], 1),
  proven: fc.boolean(),
  n: fc.option(fc.integer({ min: 1, max: 60_000 })),
  sort: fc.option(fc.constantFrom(...sorts)),
  page: fc.integer({ min: 1, max: 4 }),
})
function emptyFilterOf() {
  return Object.fromEntries(Object.entries(emptyFilter).map(([k, v]) => [k, fc.constant(v)])) as {
    [K in keyof ModuleFilter]: fc.Arbitrary<ModuleFilter[K]>
  }
}

describe('the catalogue in memory', () => {
  it('says of generated modules exactly what the database says: words, ranks, counts, order and pages', async () => {
    await seedReference(contextOf(system))
    const url = process.env.OWNER_DATABASE_URL!
    await loadPortal(url, generateModules(400, await readReference(url)))
    await caughtUp()
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const [memory, truth] = await ask(filter)
        expect(memory).toEqual(truth)
      }),
      { numRuns: 1_000 },
    )
  }, 180_000)

  it('says of the demonstration catalogue what the database says, epics and misspellings too', async () => {
    await demoCatalogue()
    await caughtUp()
    const epic = Object.keys(currentReadModel()!.names.epic ?? {}).filter((id) => id.endsWith('@C13'))
    const asked: Partial<ModuleFilter>[] = [
      {},
      { cap: ['C13'] },
      ...epic.slice(0, 3).map((id) => ({ epic: [id], cap: ['C13'] })),
      { epic: ['E99999@C13'] },
      { q: 'merridian practise' },
      { q: 'qqqqqq' },
      { q: 'apointments', cap: ['C99'] },
      ...sorts.map((sort) => ({ sort, n: 9_800, q: 'record' })),
      ...sorts.map((sort) => ({ sort, n: 9_800, size: 100 as const })),
    ]
    for (const over of asked) {
      const [memory, truth] = await ask({ ...emptyFilter, ...over })
      expect(memory).toEqual(truth)
    }
  })

  it('shows a committed change within a second, and an undone one never', async () => {
    await demoCatalogue()
    await caughtUp()
    await caughtUp(other)
    const total = async (model = currentReadModel()!) =>
      (await searchWith(inMemory(model), ctx, { ...emptyFilter, q: 'Willowbank' })).total
    expect(await total()).toBeGreaterThan(0)
    await db
      .$transaction(async (tx) => {
        await tx.supplier.update({ where: { slug: 'willowbank' }, data: { status: 'suspended' } })
        throw new Error('undone')
      })
      .catch(() => undefined)
    await new Promise((done) => setTimeout(done, 200))
    expect(await total()).toBeGreaterThan(0)
    const from = performance.now()
    await db.supplier.update({ where: { slug: 'willowbank' }, data: { status: 'suspended' } })
    while ((await total()) > 0) await new Promise((done) => setTimeout(done, 5))
    while ((await total(other.current()!)) > 0) await new Promise((done) => setTimeout(done, 5))
    expect(performance.now() - from).toBeLessThan(1_000)
  })

  it('lets a standing end at midnight in London, with no event', async () => {
    await demoCatalogue()
    await database.asOwner(`update "ModuleStanding" set until = '2026-06-30'`)
    await caughtUp()
    const at = (now: string) => contextOf(visitor, new Date(now))
    const conformant = { ...emptyFilter, standing: ['conformant'] }
    await new Promise((done) => setTimeout(done, 300))
    const [before] = await ask(conformant, at('2026-06-30T22:59:59Z'))
    expect(before!.total).toBeGreaterThan(0)
    for (const now of ['2026-06-30T22:59:59Z', '2026-06-30T23:00:00Z', '2026-06-30T12:00:00Z']) {
      const [memory, truth] = await ask(conformant, at(now))
      expect(memory).toEqual(truth)
    }
    expect((await ask(conformant, at('2026-06-30T23:00:00Z')))[0]!.total).toBe(0)
  })

  it('PRC-13 sorts and shows by the price of the day, from midnight in London on', async () => {
    const [held] = minimalListing({ name: 'Rising', capabilities: ['C5'], unitPrice: '120000' }).prices
    const rise = { ...held!, id: 'rise', validFrom: '2027-07-01', tiers: [{ from: '1', unitPrice: '130000' }] }
    await module.published.saying({ prices: [held!, rise] }, { name: 'Rising' })
    await module.conformant({ name: 'Steady', unitPrice: '126000' })
    await caughtUp()
    await new Promise((done) => setTimeout(done, 300))
    const at = (now: string) => contextOf(visitor, new Date(now))
    for (const [now, names] of [
      ['2027-06-30T22:59:59Z', ['Rising', 'Steady']],
      ['2027-06-30T23:00:00Z', ['Steady', 'Rising']],
      ['2027-06-30T12:00:00Z', ['Rising', 'Steady']],
    ] as const) {
      const [memory, truth] = await ask({ ...emptyFilter, sort: 'price', n: 10_000 }, at(now))
      expect(memory).toEqual(truth)
      expect(memory!.cards.map((card) => card.name)).toEqual(names)
    }
  })

  it('is gone the moment its connection is lost, and comes back with what it missed', async () => {
    await demoCatalogue()
    await caughtUp()
    await database.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listens to catalogue' and datname = current_database()`,
    )
    while (currentReadModel()) await new Promise((done) => setTimeout(done, 2))
    await db.supplier.update({ where: { slug: 'willowbank' }, data: { status: 'suspended' } })
    while (!currentReadModel()) await new Promise((done) => setTimeout(done, 10))
    for (const name of facetNames.slice(0, 2)) {
      const [memory, truth] = await ask({ ...emptyFilter, q: 'Willowbank', [name]: [] })
      expect(memory).toEqual(truth)
      expect(memory!.total).toBe(0)
    }
  })
})
