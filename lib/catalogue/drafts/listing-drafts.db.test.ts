import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { declaration } from '@/prisma/factories/declaration'
import { sectionForms } from '@/prisma/factories/listing'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getModule } from '../get-module'
import { answerComment } from './answer-comment'
import { approveListing } from './approve-listing'
import { discardDraft } from './discard-draft'
import { endDueWithdrawals } from './end-due-withdrawals'
import { getDraft } from './get-draft'
import { draftSections } from './listing-draft-journey'
import { publishDueListings } from './publish-due-listings'
import { recallListing } from './recall-listing'
import { returnListing } from './return-listing'
import { saveSection } from './save-section'
import { startDraft } from './start-draft'
import { startReview } from './start-review'
import { submitListing } from './submit-listing'
import { withdrawListing } from './withdraw-listing'

useDatabase()
const today = dayOf(noon)
let made: MadeModule
let [editor, signatory, reviewer, stranger]: Actor[] = []
const ctx = contextOf

const copy = (actor = editor!, moduleVersion = '1.0.0') =>
  startDraft(ctx(actor), { moduleId: made.moduleId, supplierId: made.supplierId, moduleVersion })
const at = async (id: string) => ({
  id,
  version: (await db.listingDraft.findUniqueOrThrow({ where: { id } })).version,
})
const save = async (id: string, section: string, raw: Record<string, string | string[]>, actor = editor!) =>
  saveSection(ctx(actor), { ...(await at(id)), section, raw })
const events = async (id: string) =>
  (await db.event.findMany({ where: { aboutId: id }, orderBy: { id: 'asc' } })).map((e) => e.name)

/** A copy of the published text, with what a submission asks for. */
async function complete(moduleVersion = '1.0.0'): Promise<string> {
  const { id } = await value(copy(editor, moduleVersion))
  for (const slug of ['application-types', 'hosting', 'data-processing', 'support', 'supplier'])
    await value(save(id, slug, sectionForms[slug]!))
  return id
}
async function inReview(moduleVersion?: string): Promise<string> {
  const id = await complete(moduleVersion)
  await value(submitListing(ctx(signatory), await at(id)))
  await value(startReview(ctx(reviewer), await at(id)))
  return id
}

beforeEach(async () => {
  made = await module.conformant({ name: 'Alpha' })
  await declaration.passed(made.supplierId)
  editor = await person.editor(made.supplierId)
  signatory = await person.signatory(made.supplierId)
  reviewer = await person.with('reviewer', (await organisation.authority()).id)
  stranger = await person.signatory((await organisation.supplier()).id)
})

describe('a listing draft', () => {
  it('is begun by the supplier’s own people, once a module (LST-1)', async () => {
    expect(await answer(copy(stranger))).toBe('not-found')
    expect(await answer(copy(reviewer))).toBe('not-found')
    expect(await answer(copy(editor, '0.9.0'))).toBe('invalid')
    const both = await Promise.all([answer(copy()), answer(copy(signatory))])
    expect(both.sort()).toEqual(['conflict', 'done'])
    expect(await db.event.count({ where: { name: 'ListingDrafted' } })).toBe(1)
    const row = await db.listingDraft.findFirstOrThrow()
    expect(row.content).toMatchObject({ name: 'Alpha', capabilities: [{ id: 'C5' }] })
  })

  it('may be a new module, of an own supplier that is active', async () => {
    const begin = (actor: Actor) =>
      startDraft(ctx(actor), { moduleId: '', supplierId: made.supplierId, moduleVersion: '1.0.0' })
    expect(await answer(begin(stranger!))).toBe('not-found')
    expect(await answer(begin(editor!))).toBe('done')
    expect(await db.module.count()).toBe(2)
    await db.supplier.update({ where: { organisationId: made.supplierId }, data: { status: 'suspended' } })
    expect(await answer(begin(editor!))).toBe('conflict')
    expect(await db.module.count()).toBe(2)
  })

  it('saves a section: not found, invalid, stale, done, wrong state', async () => {
    const { id } = await value(copy())
    const support = { 'service-hours': 'Weekdays' }
    expect(await answer(save(id, 'support', support, stranger))).toBe('not-found')
    expect(await answer(save(id, 'support', support, reviewer))).toBe('not-found')
    expect(await answer(save(id, 'nowhere', support))).toBe('not-found')
    expect(await answer(save(id, 'support', { 'service-hours': 'x'.repeat(501) }))).toBe('invalid')
    const seen = { ...(await at(id)), section: 'support' }
    const two = [editor!, signatory!].map((actor, i) =>
      answer(saveSection(ctx(actor), { ...seen, raw: { 'service-hours': `By ${i}` } })),
    )
    expect((await Promise.all(two)).sort()).toEqual(['done', 'stale'])
    expect(await db.event.count({ where: { name: 'ListingSectionSaved' } })).toBe(1)
    await value(discardDraft(ctx(editor), await at(id)))
    expect(await answer(save(id, 'support', support))).toBe('wrong-state')
    expect(await answer(copy())).toBe('done')
  })

  it('is submitted complete, by a signatory, and recalled until somebody reads it', async () => {
    const { id } = await value(copy())
    expect(await because(submitListing(ctx(signatory), await at(id)))).toContain('Complete the section')
    await value(discardDraft(ctx(editor), await at(id)))
    const ready = await complete()
    expect(await answer(submitListing(ctx(editor), await at(ready)))).toBe('forbidden')
    expect(await answer(submitListing(ctx(stranger), await at(ready)))).toBe('not-found')
    const submitted = await value(submitListing(ctx(signatory), await at(ready)))
    expect(submitted).toMatchObject({ state: 'submitted', answerDueOn: '2026-03-16' })
    expect(await answer(recallListing(ctx(editor), await at(ready)))).toBe('forbidden')
    await value(recallListing(ctx(signatory), await at(ready)))
    await value(submitListing(ctx(signatory), await at(ready)))
    await value(startReview(ctx(reviewer), await at(ready)))
    expect(await answer(recallListing(ctx(signatory), await at(ready)))).toBe('wrong-state')
    expect(await answer(save(ready, 'support', { 'service-hours': 'Never' }))).toBe('wrong-state')
  })

  it('comes back with comments and is published on its day, the older text superseded', async () => {
    const id = await inReview()
    const comments = [{ section: 'support', text: 'Say the hours' }]
    expect(await answer(returnListing(ctx(signatory), { ...(await at(id)), comments }))).toBe('forbidden')
    expect(await answer(returnListing(ctx(reviewer), { ...(await at(id)), comments: [] }))).toBe('invalid')
    const elsewhere = [{ section: 'nowhere', text: 'What?' }]
    expect(await answer(returnListing(ctx(reviewer), { ...(await at(id)), comments: elsewhere }))).toBe('invalid')
    await value(returnListing(ctx(reviewer), { ...(await at(id)), comments }))
    expect(await db.listingComment.count({ where: { draftId: id, section: 'support' } })).toBe(1)
    await value(save(id, 'description', { ...draftSections[0]!.values((await content(id)) as never), summary: 'New' }))
    await value(submitListing(ctx(signatory), await at(id)))
    await value(startReview(ctx(reviewer), await at(id)))
    const approve = async (publishOn: string) => approveListing(ctx(reviewer), { ...(await at(id)), publishOn })
    expect(await answer(approve(addDays(today, -1)))).toBe('invalid')
    await value(approve(addDays(today, 1)))
    expect(await publishDueListings(ctx(system))).toBe(0)
    const tomorrow = new Date(noon.getTime() + 86_400_000)
    expect(await publishDueListings(ctx(system, tomorrow))).toBe(1)
    expect(await publishDueListings(ctx(system, tomorrow))).toBe(0)
    expect((await getModule(ctx(), made.moduleId))?.listing.summary).toBe('New')
    const states = await db.listingDraft.findMany({ select: { state: true }, orderBy: { state: 'asc' } })
    expect(states.map((row) => row.state)).toEqual(['published', 'superseded'])
    expect(await db.event.count({ where: { name: 'ListingSuperseded' } })).toBe(1)
    expect((await events(id)).at(-1)).toBe('ListingApproved')
    const last = await db.event.findFirstOrThrow({ where: { name: 'ListingPublished' }, orderBy: { id: 'desc' } })
    expect(last.data).toMatchObject({ draftId: id })
  })

  it('a comment is answered by the supplier’s own people while they have the draft, and read by the reviewer', async () => {
    const id = await inReview()
    const comments = [{ section: 'hosting', text: 'Where is it?' }]
    await value(returnListing(ctx(reviewer), { ...(await at(id)), comments }))
    const commentId = (await db.listingComment.findFirstOrThrow()).id
    const reply = async (actor: Actor, to = commentId) =>
      answerComment(ctx(actor), { ...(await at(id)), commentId: to, text: 'In Leeds' })
    expect(await answer(reply(stranger!))).toBe('not-found')
    expect(await answer(reply(reviewer!))).toBe('not-found')
    expect(await answer(reply(editor!, id))).toBe('not-found')
    const both = await Promise.all([answer(reply(editor!)), answer(reply(signatory!))])
    expect(both.sort()).toEqual(['done', 'stale'])
    const answerId = (await db.listingComment.findFirstOrThrow({ where: { answersId: commentId } })).id
    expect(await answer(reply(editor!, answerId))).toBe('not-found')
    await value(submitListing(ctx(signatory), await at(id)))
    expect(await answer(reply(editor!))).toBe('wrong-state')
    const view = await getDraft(ctx(reviewer), id)
    expect(view!.comments).toMatchObject([{ text: 'Where is it?', answers: [{ text: 'In Leeds' }] }])
  })

  it('approved for today is published in the same act; two reviewers approve once', async () => {
    const id = await inReview('2.0.0')
    const input = { ...(await at(id)), publishOn: today }
    const other = await person.with('reviewer', (await organisation.authority()).id)
    const answers = await Promise.all([
      answer(approveListing(ctx(reviewer), input)),
      answer(approveListing(ctx(other), input)),
    ])
    expect(answers.filter((a) => a === 'done')).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'ListingApproved' } })).toBe(1)
    const found = await getModule(ctx(), made.moduleId)
    expect(found?.listing.version).toBe('2.0.0')
    expect(found?.standing.kind).toBe('not-assessed')
    const version = await db.moduleVersion.findFirstOrThrow({ where: { moduleId: made.moduleId, version: '2.0.0' } })
    expect(version.changeImpact).toBe('MAJOR')
  })

  it('a reviewer with a role in the supplier decides nothing', async () => {
    const id = await complete()
    await value(submitListing(ctx(signatory), await at(id)))
    const interested = { ...reviewer!, grants: [...reviewer!.grants, ...editor!.grants] }
    expect(await answer(startReview(ctx(interested), await at(id)))).toBe('forbidden')
  })

  it('is not submitted without a declaration that counts (SUP-3)', async () => {
    const id = await complete()
    await declaration.failed(made.supplierId, new Date(noon.getTime() + 1000))
    expect(await because(submitListing(ctx(signatory), await at(id)))).toContain('Your last declaration failed')
    await declaration.passed(made.supplierId, new Date(noon.getTime() + 2000))
    expect(await answer(submitListing(ctx(signatory), await at(id)))).toBe('done')
  })

  it('asks for notice of a dearer price when it is submitted (PRC-13)', async () => {
    const id = await complete()
    const raw = draftSections[3]!.values((await content(id)) as never)
    await value(save(id, 'prices', { ...raw, 'p0-tiers': '1: 1.30', 'p0-from': addDays(today, 10) }))
    expect(await because(submitListing(ctx(signatory), await at(id)))).toContain('31 May 2026')
  })
})

describe('withdrawing a listing', () => {
  const withdraw = (lastOrderDay: string, actor = signatory!) =>
    withdrawListing(ctx(actor), { moduleId: made.moduleId, lastOrderDay })

  it('gives buyers 30 days, then takes the module out of the catalogue', async () => {
    const day = addDays(today, 30)
    expect(await answer(withdraw(day, stranger))).toBe('not-found')
    expect(await answer(withdraw(day, editor))).toBe('forbidden')
    expect(await answer(withdraw(addDays(today, 29)))).toBe('invalid')
    const open = await value(copy())
    expect(await answer(withdraw(day))).toBe('conflict')
    await value(discardDraft(ctx(editor), await at(open.id)))
    const { id } = await value(withdraw(day))
    expect(await answer(withdraw(day))).toBe('conflict')
    expect(await answer(copy())).toBe('conflict')
    expect(await endDueWithdrawals(ctx(system, new Date(noon.getTime() + 30 * 86_400_000)))).toBe(0)
    expect(await getModule(ctx(), made.moduleId)).toBeDefined()
    const after = ctx(system, new Date(noon.getTime() + 31 * 86_400_000))
    expect(await endDueWithdrawals(after)).toBe(1)
    expect(await endDueWithdrawals(after)).toBe(0)
    expect(await getModule(ctx(), made.moduleId)).toBeUndefined()
    expect(await events(id)).toEqual(['ListingWithdrawalAnnounced', 'ListingWithdrawn'])
  })
})

async function content(id: string): Promise<unknown> {
  return (await db.listingDraft.findUniqueOrThrow({ where: { id } })).content
}
