import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { addToShortlist } from './add-to-shortlist'
import { archiveShortlist, restoreShortlist } from './archive-shortlist'
import { createShortlist } from './create-shortlist'
import { getShortlist, listShortlists } from './get-shortlist'
import { removeFromShortlist } from './remove-from-shortlist'
import { mostEntries, mostLive, type Shortlist } from './shortlist'

useDatabase()
let manager: Actor
let stranger: Actor
let made: MadeModule
let shortlist: Shortlist
const kindOf = (answer: { ok: boolean; refusal?: { kind: string } }) => (answer.ok ? 'done' : answer.refusal!.kind)
const create = (actor: Actor, name: string, moduleId?: string) =>
  createShortlist(contextOf(actor), { name, description: null, ...(moduleId ? { moduleId } : {}) })
const add = (actor: Actor, moduleId: string, version = 1) =>
  addToShortlist(contextOf(actor), { shortlistId: shortlist.id, moduleId, version })

beforeEach(async () => {
  const [own, other] = [await organisation.practice(), await organisation.practice()]
  manager = await person.practiceManager(own.id)
  stranger = await person.practiceManager(other.id)
  made = await module.conformant({ name: 'Alpha' })
  const created = await create(manager, 'Telephone and triage')
  if (!created.ok) throw new Error(created.refusal.kind)
  shortlist = created.value
})

describe('a shortlist', () => {
  it('is created with its first module, and records it by id only', async () => {
    const created = await create(manager, 'With a module', made.moduleId)
    if (!created.ok) throw new Error(created.refusal.kind)
    expect((await getShortlist(manager, created.value.id))?.entries).toEqual([
      {
        moduleId: made.moduleId,
        listingVersionId: made.listingVersionId,
        moduleName: 'Alpha',
        supplierName: 'Supplier of Alpha',
        outdated: false,
      },
    ])
    const event = await db.event.findFirstOrThrow({ where: { aboutId: created.value.id } })
    expect([event.name, event.organisationId, event.data]).toEqual([
      'ShortlistCreated',
      manager.organisationId,
      { moduleId: made.moduleId },
    ])
  })

  it('is refused to visitors and to those who do not buy, twice of one name, and past the limit', async () => {
    const assessor = await person.with('assessor', (await organisation.authority()).id)
    expect(kindOf(await create(visitor, 'x'))).toBe('forbidden')
    expect(kindOf(await create(assessor, 'x'))).toBe('forbidden')
    expect(kindOf(await create(manager, 'Telephone and triage'))).toBe('invalid')
    expect(kindOf(await create(manager, 'x', newId()))).toBe('not-found')
    for (let i = 1; i < mostLive; i++) expect(kindOf(await create(manager, `n${i}`))).toBe('done')
    expect(kindOf(await create(manager, 'one too many'))).toBe('conflict')
  })

  it('climbs the ladder: a stranger finds nothing, a partner without the role is forbidden, stale, done', async () => {
    const colleague = await person.with('data-protection-officer', manager.organisationId!)
    expect(kindOf(await add(stranger, made.moduleId))).toBe('not-found')
    expect(kindOf(await add(visitor, made.moduleId))).toBe('not-found')
    expect(kindOf(await add(colleague, made.moduleId))).toBe('forbidden')
    expect(kindOf(await add(manager, newId()))).toBe('not-found')
    expect(kindOf(await add(manager, made.moduleId, 7))).toBe('stale')
    expect(await db.shortlistEntry.count()).toBe(0)
    expect(kindOf(await add(manager, made.moduleId))).toBe('done')
    expect(kindOf(await add(manager, made.moduleId, 2))).toBe('conflict')
    const remove = (actor: Actor, version: number) =>
      removeFromShortlist(contextOf(actor), { shortlistId: shortlist.id, moduleId: made.moduleId, version })
    expect(kindOf(await remove(stranger, 2))).toBe('not-found')
    expect(kindOf(await remove(manager, 1))).toBe('stale')
    expect(kindOf(await remove(manager, 2))).toBe('done')
    expect(kindOf(await remove(manager, 3))).toBe('not-found')
    const events = await db.event.findMany({ where: { aboutId: shortlist.id }, orderBy: { id: 'asc' } })
    expect(events.map((e) => e.name)).toEqual(['ShortlistCreated', 'ShortlistModuleAdded', 'ShortlistModuleRemoved'])
  })

  it('two at once: one is added, the other is stale', async () => {
    const others = await Promise.all(['b', 'c', 'd'].map((name) => module.conformant({ name })))
    const answers = await Promise.all(others.map((m) => add(manager, m.moduleId)))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.shortlistEntry.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'ShortlistModuleAdded' } })).toBe(1)
  })

  it(`holds at most ${mostEntries} modules`, async () => {
    await db.shortlistEntry.createMany({
      data: Array.from({ length: mostEntries }, () => ({
        shortlistId: shortlist.id,
        moduleId: newId(),
        listingVersionId: made.listingVersionId,
        addedById: manager.userId,
        addedAt: new Date('2026-03-01'),
      })),
    })
    expect(kindOf(await add(manager, made.moduleId))).toBe('conflict')
  })

  it('is archived and restored; archived it does not change', async () => {
    const move = { shortlistId: shortlist.id, version: 1 }
    expect(kindOf(await archiveShortlist(contextOf(stranger), move))).toBe('not-found')
    expect(kindOf(await archiveShortlist(contextOf(manager), move))).toBe('done')
    expect(kindOf(await add(manager, made.moduleId, 2))).toBe('wrong-state')
    expect(kindOf(await archiveShortlist(contextOf(manager), { ...move, version: 2 }))).toBe('wrong-state')
    expect(kindOf(await restoreShortlist(contextOf(manager), { ...move, version: 2 }))).toBe('done')
  })

  it('is seen by its organisation alone', async () => {
    expect((await getShortlist(manager, shortlist.id))?.name).toBe('Telephone and triage')
    for (const actor of [stranger, visitor]) {
      expect(await getShortlist(actor, shortlist.id)).toBeUndefined()
      expect(await listShortlists(actor)).toEqual([])
    }
    expect(await getShortlist(manager, 'not-an-id')).toBeUndefined()
    expect((await listShortlists(manager)).map((s) => [s.name, s.size])).toEqual([['Telephone and triage', 0]])
  })
})
