import { beforeEach, describe, expect, it } from 'vitest'
import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { type Actor, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { needsProfile } from '@/prisma/factories/needs-profile'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { archiveNeedsProfile, restoreNeedsProfile } from './archive-needs-profile'
import { copyNeedsProfile } from './copy-needs-profile'
import { createNeedsProfile } from './create-needs-profile'
import { getNeedsPage, getNeedsProfile, getNeedsSection, listNeedsProfiles } from './get-needs-profile'
import type { NeedsProfile } from './needs-profile'
import { saveNeedsSection } from './save-needs-section'
import { shareNeedsProfile, unshareNeedsProfile } from './share-needs-profile'

useDatabase()
let [manager, colleague, stranger, payer]: Actor[] = []
let profile: NeedsProfile
const create = (actor: Actor, name: string) => answer(createNeedsProfile(contextOf(actor), { name }))
const save = (actor: Actor, section: string, raw: Raw, version = profile.version) =>
  saveNeedsSection(contextOf(actor), { id: profile.id, version, section, raw })
const move = (version = profile.version) => ({ id: profile.id, version })

beforeEach(async () => {
  const commissioner = await organisation.commissioner({ code: 'NB1', name: 'Northbank' })
  const own = await organisation.practice({ code: 'A11111', partOfCode: 'NB1' })
  await organisation.practice({ code: 'B22222', partOfCode: 'NB1' })
  manager = await person.practiceManager(own.id)
  colleague = await person.with('data-protection-officer', own.id)
  stranger = await person.practiceManager((await organisation.practice()).id)
  payer = await person.requester(commissioner.id)
  profile = await needsProfile.ready(manager, { name: 'New system' })
})

describe('a needs profile', () => {
  it('is started by a buyer, once a live name, with its own practice', async () => {
    expect(await create(visitor, 'x')).toBe('forbidden')
    expect(await create(colleague!, 'x')).toBe('forbidden')
    expect(await create(manager!, 'New system')).toBe('invalid')
    expect(await create(stranger!, 'New system')).toBe('done')
    expect(profile.content.practiceIds).toEqual([manager!.organisationId])
    const answers = await Promise.all([1, 2, 3].map(() => create(manager!, 'Both')))
    expect(answers.sort()).toEqual(['done', 'invalid', 'invalid'])
  })

  it('is edited in place: not found, forbidden, stale, then once, with one event', async () => {
    const raw = { floor: '70' }
    expect(await answer(save(stranger!, 'quality', raw))).toBe('not-found')
    expect(await answer(save(colleague!, 'quality', raw))).toBe('forbidden')
    expect(await answer(save(manager!, 'no-such', raw))).toBe('not-found')
    expect(await answer(save(manager!, 'quality', raw, 99))).toBe('stale')
    const before = await db.event.count({ where: { name: 'NeedsProfileEdited' } })
    const answers = await Promise.all([1, 2, 3].map(() => answer(save(manager!, 'quality', raw))))
    expect(answers.sort()).toEqual(['done', 'stale', 'stale'])
    expect(await db.event.count({ where: { name: 'NeedsProfileEdited' } })).toBe(before + 1)
    expect((await getNeedsProfile(manager!, profile.id))?.content.floorPercent).toBe(70)
  })

  it('names practices of the same commissioner, and no others', async () => {
    const typed = (practices: string) => save(manager!, 'practices', { name: 'New system', practices })
    expect(await because(typed('A11111\nZ99999'))).toContain('Z99999 is not an open practice')
    expect(await answer(typed('A11111\nb22222, Some name'))).toBe('done')
    expect((await getNeedsProfile(manager!, profile.id))?.content.practiceIds).toHaveLength(2)
  })

  it('is copied under another name, and the copy is its own', async () => {
    const copy = (actor: Actor, name: string) => copyNeedsProfile(contextOf(actor), { id: profile.id, name })
    expect(await answer(copy(stranger!, 'x'))).toBe('not-found')
    expect(await answer(copy(colleague!, 'x'))).toBe('forbidden')
    expect(await answer(copy(manager!, 'New system'))).toBe('invalid')
    const made = await copy(manager!, 'Another')
    expect(made.ok && [made.value.content, made.value.version]).toEqual([profile.content, 1])
  })

  it('is archived, no longer edited, and restored where its name is still free', async () => {
    expect(await answer(archiveNeedsProfile(contextOf(stranger), move()))).toBe('not-found')
    expect(await answer(archiveNeedsProfile(contextOf(manager), move()))).toBe('done')
    expect(await answer(save(manager!, 'quality', { floor: '1' }, profile.version + 1))).toBe('wrong-state')
    expect(await getNeedsSection(contextOf(manager), profile.id, 'quality')).toBeUndefined()
    expect(await create(manager!, 'New system')).toBe('done')
    expect(await answer(restoreNeedsProfile(contextOf(manager), move(profile.version + 1)))).toBe('invalid')
  })

  it('is read by its commissioner while it is shared, and by no stranger ever', async () => {
    const sees = async (actor: Actor) => (await getNeedsPage(contextOf(actor), profile.id)) !== undefined
    expect(await sees(payer!)).toBe(false)
    expect(await answer(shareNeedsProfile(contextOf(payer), move()))).toBe('not-found')
    expect(await answer(shareNeedsProfile(contextOf(manager), move()))).toBe('done')
    expect([await sees(payer!), await sees(manager!), await sees(colleague!)]).toEqual([true, true, true])
    expect((await listNeedsProfiles(payer!)).map((one) => one.name)).toEqual(['New system'])
    expect(await answer(save(payer!, 'quality', { floor: '1' }, profile.version + 1))).toBe('forbidden')
    expect([await sees(stranger!), await sees(visitor)]).toEqual([false, false])
    expect(await answer(unshareNeedsProfile(contextOf(manager), move(profile.version + 1)))).toBe('done')
    expect(await sees(payer!)).toBe(false)
  })
})
