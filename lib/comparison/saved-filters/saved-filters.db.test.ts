import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getShortlist } from '../get-shortlist'
import { removeFromShortlist } from '../remove-from-shortlist'
import { mostEntries } from '../shortlist'
import { getSavedFilter, listSavedFilters } from './get-saved-filter'
import { archiveSavedFilter, lookAtSavedFilter, restoreSavedFilter } from './move-saved-filter'
import { saveFilter } from './save-filter'
import { mostLiveFilters, type SavedFilter } from './saved-filter'
import { sinceWords } from './saved-filter-rules'
import { shortlistFromFilter } from './shortlist-from-filter'
import { shortlistFromFilterInput } from './shortlist-from-filter-schema'

useDatabase()
let [manager, colleague, stranger]: Actor[] = []
let saved: SavedFilter

const save = (actor: Actor, name: string, query = 'q=triage') =>
  saveFilter(contextOf(actor), { name, description: null, query })
const move = (version: number) => ({ filterId: saved.id, version })
const seen = async () => (await getSavedFilter(contextOf(manager!), saved.id))!

beforeEach(async () => {
  const [own, other] = [await organisation.practice(), await organisation.practice()]
  manager = await person.practiceManager(own.id)
  colleague = await person.with('data-protection-officer', own.id)
  stranger = await person.practiceManager(other.id)
  await module.conformant({ name: 'Triage One' })
  await module.conformant({ name: 'Unrelated' })
  saved = await value(save(manager, 'Triage'))
})

describe('CAT-8 a saved filter', () => {
  it('is saved with what it finds, once a name, by buyers, up to the limit', async () => {
    expect(saved.foundAtSave).toHaveLength(1)
    expect(await answer(save(visitor, 'x'))).toBe('forbidden')
    expect(await answer(save(colleague!, 'x'))).toBe('forbidden')
    expect(await answer(save(manager!, 'Triage'))).toBe('invalid')
    expect(await answer(save(stranger!, 'Triage'))).toBe('done')
    for (let i = 1; i < mostLiveFilters; i++) expect(await answer(save(manager!, `n${i}`))).toBe('done')
    expect(await answer(save(manager!, 'one too many'))).toBe('conflict')
    const event = await db.event.findFirstOrThrow({ where: { aboutId: saved.id } })
    expect([event.name, event.data]).toEqual(['FilterSaved', { query: 'q=triage', found: 1 }])
  })

  it('two at once of one name: one is saved, one event', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => answer(save(manager!, 'Both'))))
    expect(answers.sort()).toEqual(['done', 'invalid', 'invalid'])
    expect(await db.event.count({ where: { name: 'FilterSaved' } })).toBe(2)
  })

  it('two at once before the limit: one is saved', async () => {
    for (let i = 2; i < mostLiveFilters; i++) await value(save(manager!, `n${i}`))
    const answers = await Promise.all(['a', 'b'].map((name) => answer(save(manager!, name))))
    expect(answers.sort()).toEqual(['conflict', 'done'])
  })

  it('run again it says what is new, until somebody has looked', async () => {
    expect(sinceWords((await seen()).sinceLook)).toBe('Nothing new')
    await module.conformant({ name: 'Triage Two' })
    expect(sinceWords((await seen()).sinceLook)).toBe('1 new')
    expect(await answer(lookAtSavedFilter(contextOf(stranger!), move(1)))).toBe('not-found')
    expect(await answer(lookAtSavedFilter(contextOf(colleague!), move(1)))).toBe('forbidden')
    expect(await answer(lookAtSavedFilter(contextOf(manager!), move(9)))).toBe('stale')
    const looks = [1, 2].map(() => answer(lookAtSavedFilter(contextOf(manager!), move(1))))
    expect((await Promise.all(looks)).sort()).toEqual(['done', 'stale'])
    expect(await db.event.count({ where: { name: 'SavedFilterLookedAt' } })).toBe(1)
    expect(sinceWords((await seen()).sinceLook)).toBe('Nothing new')
    expect(sinceWords((await seen()).sinceSave)).toBe('1 new')
    await db.module.updateMany({ where: { id: saved.foundAtSave[0]! }, data: { currentListingId: null } })
    expect(sinceWords((await seen()).sinceLook)).toBe('1 gone')
    expect((await seen()).goneNames).toEqual(['Triage One'])
  })

  it('is archived and restored; archived nobody looks at it', async () => {
    expect(await answer(archiveSavedFilter(contextOf(manager!), move(1)))).toBe('done')
    expect(await answer(lookAtSavedFilter(contextOf(manager!), move(2)))).toBe('wrong-state')
    expect(await answer(archiveSavedFilter(contextOf(manager!), move(2)))).toBe('wrong-state')
    expect(await answer(restoreSavedFilter(contextOf(manager!), move(2)))).toBe('done')
  })

  it('is seen by its organisation alone, and marked when something in it expires', async () => {
    await db.framework.create({
      data: {
        id: 'FW001',
        name: 'F',
        shortName: 'The framework',
        owner: 'o',
        fundingTypes: [],
        expired: false,
        expiresOn: new Date('2026-12-31'),
      },
    })
    await value(save(manager!, 'By framework', 'fw=FW001'))
    const listed = await listSavedFilters(contextOf(manager!))
    expect(listed.map((f) => [f.name, f.marks])).toEqual([
      ['By framework', ['The framework expires on 31 December 2026']],
      ['Triage', []],
    ])
    for (const actor of [stranger!, visitor]) {
      expect(await getSavedFilter(contextOf(actor), saved.id)).toBeUndefined()
      expect(await listSavedFilters(contextOf(actor))).toEqual([])
    }
  })
})

describe('SHL-1 a shortlist from a saved filter', () => {
  const make = (actor: Actor, form: Record<string, string>) => {
    const input = shortlistFromFilterInput.safeParse({ filterId: saved.id, name: 'From it', description: '', ...form })
    if (!input.success) throw new Error(input.error.issues.map((i) => `${i.path}: ${i.message}`).join())
    return shortlistFromFilter(contextOf(actor), input.data)
  }
  const all = async () => (await seen()).cards.map((card) => card.id)

  it('holds what the filter finds, but what is left out with a reason (SHL-2)', async () => {
    await module.conformant({ name: 'Triage Two' })
    const ids = await all()
    const form = { seen: ids.join(','), [`code-${ids[1]}`]: 'price' }
    expect(await answer(make(stranger!, form))).toBe('not-found')
    expect(await answer(make(colleague!, form))).toBe('forbidden')
    expect(await answer(make(manager!, { ...form, seen: ids[0]! }))).toBe('stale')
    const list = await value(make(manager!, form))
    const view = (await getShortlist(manager!, list.id))!
    expect(view.entries.map((e) => e.moduleId)).toEqual([ids[0]])
    expect(view.exclusions.map((e) => [e.moduleId, e.code, e.text])).toEqual([[ids[1], 'price', null]])
    expect(await answer(make(manager!, form))).toBe('invalid')
    await expect(db.shortlistExclusion.deleteMany()).rejects.toThrow(/permission denied|append-only/)

    // SHL-2: a match taken off later needs its reason too.
    const remove = (code: '' | 'other' | 'price', text = '') =>
      removeFromShortlist(contextOf(manager!), { shortlistId: list.id, moduleId: ids[0]!, version: 1, code, text })
    expect(await because(remove(''))).toMatch(/Say why/)
    expect(await because(remove('other', 'too short'))).toMatch(/30 to 1,000/)
    expect(await answer(remove('other', 'We ran it for two years and left it'))).toBe('done')
    expect((await getShortlist(manager!, list.id))!.exclusions).toHaveLength(2)
  })

  it('two at once of one name: one list', async () => {
    const form = { seen: (await all()).join(',') }
    const answers = await Promise.all([1, 2].map(() => answer(make(manager!, form))))
    expect(answers.sort()).toEqual(['done', 'invalid'])
    expect(await db.shortlist.count()).toBe(1)
  })

  it('asks for “other” in words, and for a narrower search past the limit', async () => {
    const [id] = await all()
    expect(() => make(manager!, { [`code-${id}`]: 'other', [`text-${id}`]: 'x' })).toThrow(`text-${id}: Say in 30`)
    expect(() => make(manager!, { [`code-${id}`]: 'because' })).toThrow(`code-${id}`)
    const { moduleId } = await module.conformant({ name: 'Many' })
    const { supplierId } = await db.module.findUniqueOrThrow({ where: { id: moduleId } })
    for (let i = 0; i < mostEntries; i++) await module.unlisted({ name: `Triage ${i}`, supplierId })
    expect(await because(make(manager!, { seen: newId() }))).toMatch(/narrow the search/)
  })
})
