import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readyComparison } from '@/lib/comparison/ready-comparison'
import { system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { countStatements } from '@/lib/testing/count-statements'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { getModule, listModules } from './get-module'
import { readyList, readyModule } from './kept-answers'
import { publishListing } from './publish-listing'
import { catalogueStamp, keepReadModel } from './read-model/keep-read-model'

useDatabase()
const keeping = keepReadModel()
afterAll(() => keeping.close())
const ctx = contextOf(visitor)
let made: MadeModule[]

beforeEach(async () => {
  made = []
  for (const name of ['Alder', 'Birch', 'Cedar']) made.push(await module.conformant({ name }))
  await stillness()
})

/** Waits until the model is there and nothing more is told. */
async function stillness(): Promise<void> {
  for (let before = ''; catalogueStamp() === undefined || before !== catalogueStamp(); ) {
    before = catalogueStamp() ?? ''
    await new Promise((done) => setTimeout(done, 150))
  }
}
const ids = () => made.map((m) => m.moduleId)
const used = async (act: () => Promise<unknown>) => (await countStatements(act)).statements
const list = (query: string) => readyList(ctx, `http://portal/modules${query}`)

describe('statements that an answer takes', () => {
  it('a list from memory takes none, and one for the meaning of new words', async () => {
    expect(await used(() => list(''))).toBe(0)
    expect(await used(() => list('?sort=price&n=9800&page=2'))).toBe(0)
    expect(await used(() => list('?q=appointments&cap=C5'))).toBe(1)
    expect(await used(() => list('?q=appointments&cap=C5&size=100'))).toBe(0)
    expect(await used(() => list('?q=apointments&cap=C99'))).toBeLessThanOrEqual(4)
  })

  it('a module takes one, for the next reader none; a comparison none, until a fact is told', async () => {
    expect(await used(() => readyModule(ctx, ids()[0]!))).toBe(1)
    expect(await used(() => readyModule(ctx, ids()[0]!))).toBe(0)
    const query = { m: ids(), n: 9_800, term: 36 }
    const compare = () => readyComparison(ctx, query)
    // However many modules: the facts of assurance stand in a dozen tables (plans and their acts, appeals, clocks …).
    expect(await used(compare)).toBeLessThanOrEqual(29)
    expect(await used(compare)).toBe(0)
    await db.moduleVersion.update({
      where: { id: made[0]!.moduleVersionId },
      data: { withdrawnOn: new Date('2026-03-01') },
    })
    await stillness()
    expect(await used(compare)).toBeGreaterThan(0)
  })

  it('without the memory one, however many modules, versions and announced prices', async () => {
    const { listing } = (await getModule(ctx, ids()[0]!))!
    for (const day of ['2026-06-01', '2026-07-01'])
      await publishListing(contextOf(system), {
        listingId: newId(),
        moduleVersionId: made[0]!.moduleVersionId,
        content: { ...listing, prices: [listing.prices[0], { ...listing.prices[0]!, id: day, validFrom: day }] },
      })
    await stillness()
    const { value, statements } = await countStatements(() => listModules(ctx, ids(), db))
    expect(statements).toBe(1)
    expect(value.map((m) => [m.listing.name, m.versions.length])).toEqual([
      ['Alder', 3],
      ['Birch', 1],
      ['Cedar', 1],
    ])
    expect(value[0]!.prices.announced.map((a) => a.price.validFrom)).toEqual(['2026-07-01'])
  })
})

it('what was kept is what the database says', async () => {
  for (const id of ids()) {
    const [fromDatabase] = await listModules(ctx, [id], db)
    expect(await getModule(ctx, id)).toEqual(fromDatabase)
    expect(await getModule(ctx, id)).toEqual(fromDatabase)
  }
  expect(await listModules(ctx, [ids()[2]!, newId(), ids()[0]!])).toEqual(
    await listModules(ctx, [ids()[2]!, ids()[0]!], db),
  )
})

it('a change is told within a second, and who is signed in sees it at once', async () => {
  const [id] = ids()
  const person = { ...ctx, actor: system }
  const [before, listed] = [await readyModule(ctx, id!), await list('')]
  expect(before?.text).toContain('Alder')
  await db.supplier.update({ where: { organisationId: made[0]!.supplierId }, data: { brand: 'Newer name' } })
  expect((await getModule(person, id!))?.supplier.brand).toBe('Newer name')
  const from = performance.now()
  while ((await readyModule(ctx, id!))?.text === before!.text || (await list('')).text === listed.text)
    await new Promise((done) => setTimeout(done, 5))
  expect(performance.now() - from).toBeLessThan(1_000)
  expect((await readyModule(ctx, id!))?.text).toContain('Newer name')
  expect((await readyModule(ctx, id!))?.tag).not.toBe(before!.tag)
  await db.supplier.update({ where: { organisationId: made[0]!.supplierId }, data: { status: 'suspended' } })
  while (await readyModule(ctx, id!)) await new Promise((done) => setTimeout(done, 5))
  expect(performance.now() - from).toBeLessThan(2_000)
})

it('the day ends what was kept for it', async () => {
  const [id] = ids()
  const kept = await readyModule(ctx, id!)
  expect(await readyModule(ctx, id!)).toBe(kept)
  expect(await readyModule(contextOf(visitor, new Date('2026-03-02T23:59:00Z')), id!)).toBe(kept)
  expect(await readyModule(contextOf(visitor, new Date('2026-03-03T00:00:00Z')), id!)).not.toBe(kept)
})
