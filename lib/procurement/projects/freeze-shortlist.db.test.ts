import { beforeEach, describe, expect, it } from 'vitest'
import { saveFilter } from '@/lib/comparison/saved-filters/save-filter'
import { shortlistFromFilter } from '@/lib/comparison/saved-filters/shortlist-from-filter'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { readOneInstant } from '@/lib/platform/one-instant'
import { transaction } from '@/lib/platform/transaction'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, framework } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { copyMatches } from './copy-matches'
import { freezeShortlist } from './freeze-shortlist'
import { getProject } from './get-project'
import { mostMatches } from './project'
import { setNeeds } from './set-needs'
import { startAgain, startProject } from './start-project'

const database = useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})
const ctx = () => contextOf(of.manager)
const needs = async (id: string, version = 1) => ({
  id,
  version,
  startsOn: '2026-04-01',
  goLiveOn: '2026-04-15',
  termMonths: 36,
  description: 'What it is for',
  ...(await framework()),
})

/** A project whose shortlist came from a search for one word; these modules are left out of it with a reason. */
async function searched(word: string, leftOut: string[] = []): Promise<string> {
  const filter = await value(saveFilter(ctx(), { name: newId(), description: null, query: `q=${word}` }))
  const seen = await db.$queryRaw<{ id: string }[]>`select m.id from "Module" m join "ListingVersion" l
    on l.id = m."currentListingId" where l.name ilike ${`%${word}%`}`
  const shortlist = await value(
    shortlistFromFilter(ctx(), {
      filterId: filter.id,
      name: newId(),
      description: null,
      seen: seen.map((row) => row.id),
      exclusions: Object.fromEntries(leftOut.map((id) => [id, { code: 'hosting' as const, text: null }])),
    }),
  )
  const { id } = await value(startProject(ctx(), { shortlistId: shortlist.id, name: 'A need' }))
  await value(setNeeds(ctx(), await needs(id)))
  return id
}
const freeze = (id: string, version = 2) => freezeShortlist(ctx(), { id, version })
const entriesOf = async (id: string) => (await getProject(of.manager, id))!.entries

describe('freezing what a search finds', () => {
  it('D1: takes every match: what is kept, what is left out with its reason, and what came since', async () => {
    const [kept, left] = [
      await module.conformant({ name: 'Zebra one' }),
      await module.conformant({ name: 'Zebra two' }),
    ]
    const id = await searched('zebra', [left.moduleId])
    const since = await module.conformant({ name: 'Zebra three' })
    await module.conformant({ name: 'Another' })
    await value(freeze(id))
    const entries = await entriesOf(id)
    expect(entries.map((e) => [e.moduleId, e.leftOut?.code ?? null]).sort()).toEqual(
      [
        [kept.moduleId, null],
        [left.moduleId, 'hosting'],
        [since.moduleId, null],
      ].sort(),
    )
    expect((await getProject(of.manager, id))!.query).toBe('q=zebra')
  })

  it('N7: more than a hundred matches are refused with what to do, and nothing is frozen', async () => {
    const first = await module.conformant({ name: 'Zebra' })
    const id = await searched('zebra')
    await manyMore(first, mostMatches)
    expect(await because(freeze(id))).toBe(
      'The search finds 101 modules, and a project holds 100 at most: narrow the search',
    )
    expect(await entriesOf(id)).toEqual([])
  })

  it('A9: everything is of one instant: a module that comes between two reads is in none of them', async () => {
    const first = await module.conformant({ name: 'Zebra one' })
    const id = await searched('zebra')
    const project = (await getProject(of.manager, id))!
    const seen = await transaction(async (tx) => {
      await readOneInstant(tx)
      const before = await copyMatches(tx, ctx(), project)
      await module.conformant({ name: 'Zebra two' })
      return [before, await copyMatches(tx, ctx(), project)].map((m) => m!.entries.map((e) => e.moduleId))
    })
    expect(seen).toEqual([[first.moduleId], [first.moduleId]])
    const [one, two] = await Promise.all([freeze(id), freeze(id)])
    expect([one, two].filter((r) => r.ok)).toHaveLength(1)
    expect(await db.event.count({ where: { aboutId: id, name: 'ShortlistFrozen' } })).toBe(1)
    expect(await entriesOf(id)).toHaveLength(2)
  })

  it('A3: a reason that was given refuses update, delete and truncate to everybody', async () => {
    const left = await module.conformant({ name: 'Zebra two' })
    await module.conformant({ name: 'Zebra one' })
    await value(freeze(await searched('zebra', [left.moduleId])))
    await expect(database.asOwner(`update "FrozenEntry" set "leftOutText" = 'x'`)).rejects.toThrow(/append-only/)
    for (const table of [
      'EntryExclusion',
      'SealedOffer',
      'CompetitionScore',
      'CompetitionEntrant',
      'EvaluatorInterest',
    ])
      await expect(db.$executeRawUnsafe(`delete from "${table}"`), table).rejects.toThrow(/permission denied/)
  })
})

describe('needs and starting again', () => {
  it('COM-1: forbidden → not found → wrong → stale → done', async () => {
    const one = await module.conformant({ name: 'Zebra' })
    const id = await searched('zebra')
    const stranger = await person.practiceManager((await organisation.practice()).id)
    const member = await person.with('delivery-partner', of.practice.id)
    expect(await answer(setNeeds(contextOf(stranger), await needs(id, 2)))).toBe('not-found')
    expect(await answer(setNeeds(contextOf(member), await needs(id, 2)))).toBe('forbidden')
    expect(await because(setNeeds(ctx(), { ...(await needs(id, 2)), termMonths: 37 }))).toBe(
      'The term is 36 months at most',
    )
    expect(await answer(setNeeds(ctx(), await needs(id, 1)))).toBe('stale')
    expect(await answer(setNeeds(ctx(), await needs(id, 2)))).toBe('done')
    expect(await getProject(of.manager, id)).toMatchObject({
      listSize: 9_871,
      goLiveOn: '2026-04-15',
      route: 'direct-award',
    })
    await value(freeze(id, 3))
    expect(await answer(setNeeds(ctx(), await needs(id, 4)))).toBe('wrong-state')
    expect((await entriesOf(id))[0]!.listingVersionId).toBe(one.listingVersionId)
  })

  it('a new project is linked to the old, for the practice alone', async () => {
    await module.conformant({ name: 'Zebra' })
    const id = await searched('zebra')
    const stranger = await person.practiceManager((await organisation.practice()).id)
    expect(await answer(startAgain(contextOf(stranger), { id }))).toBe('not-found')
    const again = await value(startAgain(ctx(), { id }))
    expect(await getProject(of.manager, again.id)).toMatchObject({ previousId: id, state: 'scoping' })
  })
})

/** Copies of a published module, written at once: publishing a hundred one by one proves no more. */
async function manyMore(like: { supplierId: string }, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => ({ moduleId: newId(), versionId: newId(), listingId: newId() }))
  await db.module.createMany({
    data: ids.map((i) => ({ id: i.moduleId, supplierId: like.supplierId, createdAt: noon })),
  })
  await db.moduleVersion.createMany({
    data: ids.map((i) => ({
      id: i.versionId,
      moduleId: i.moduleId,
      version: '1.0.0',
      changeImpact: 'MINOR',
      createdAt: noon,
    })),
  })
  for (const i of ids)
    await db.$executeRaw`insert into "ListingVersion" select (r).* from (select jsonb_populate_record(l, jsonb_build_object(
      'id', ${i.listingId}::text, 'moduleId', ${i.moduleId}::text, 'moduleVersionId', ${i.versionId}::text)) r
      from "ListingVersion" l limit 1) copied`
  for (const i of ids)
    await db.$executeRaw`update "Module" set "currentListingId" = ${i.listingId}::uuid where id = ${i.moduleId}::uuid`
}
