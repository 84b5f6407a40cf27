import { beforeEach, describe, expect, it } from 'vitest'
import { decideDeclaration } from '@/lib/catalogue/declarations/decide-declaration'
import { approveListing } from '@/lib/catalogue/drafts/approve-listing'
import { recallListing } from '@/lib/catalogue/drafts/recall-listing'
import { returnListing } from '@/lib/catalogue/drafts/return-listing'
import { startReview } from '@/lib/catalogue/drafts/start-review'
import { type Actor, system } from '@/lib/platform/actor'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { declaration } from '@/prisma/factories/declaration'
import { listingDraft } from '@/prisma/factories/listing-draft'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { remindOfDeclarations } from './remind-of-declarations'
import { remindOfReviews } from './remind-of-reviews'
import { tellDeclarationDecided } from './tell-declaration-decided'
import { tellDeclarationWaits } from './tell-declaration-waits'
import { tellListingAnswered } from './tell-listing-answered'
import { tellListingSubmitted } from './tell-listing-submitted'

useDatabase()
let [reviewer, signatory]: Actor[] = []
let supplierId: string
const ctx = contextOf

beforeEach(async () => {
  supplierId = (await organisation.supplier()).id
  await db.supplier.create({ data: { organisationId: supplierId, slug: 'one', brand: 'One', legalName: 'One Ltd' } })
  reviewer = await person.with('reviewer', (await organisation.authority()).id, { email: 'reviewer@test.example' })
  signatory = await person.signatory(supplierId, { email: 'signatory@test.example' })
  await person.editor(supplierId, { email: 'editor@test.example' })
  await person.signatory((await organisation.supplier()).id, { email: 'stranger@test.example' })
})

const eventNamed = async (name: string) => {
  await settledEvents()
  return (await readFeed(db, feedStart, 100)).events.findLast((event) => event.name === name)!
}
const letters = async () =>
  (await db.mailMessage.findMany({ orderBy: [{ createdAt: 'asc' }, { recipient: 'asc' }] })).map(
    ({ recipient, subject, body }) => ({ recipient, subject, body }),
  )
const recipients = async () => (await letters()).map((letter) => letter.recipient)
const twice = async (tell: () => Promise<unknown>) => {
  await Promise.all([tell(), tell()])
  await tell()
}

describe('a listing that is submitted', () => {
  it('is told to the reviewers once, with its day; not where it was taken back', async () => {
    const draft = await listingDraft.submitted(supplierId, signatory!)
    const event = await eventNamed('ListingSubmitted')
    await twice(() => tellListingSubmitted(ctx(system), event))
    expect(await letters()).toMatchObject([
      {
        recipient: 'reviewer@test.example',
        body: expect.stringMatching(/by 16 March 2026[\s\S]*\/assurance\/listings\//),
      },
    ])
    await value(recallListing(ctx(signatory!), draft))
    await db.mailMessage.deleteMany()
    await tellListingSubmitted(ctx(system), event)
    expect(await letters()).toEqual([])
  })

  it('is remembered two working days before its day, and once more when that is past', async () => {
    await listingDraft.submitted(supplierId, signatory!)
    const on = (day: string) => remindOfReviews(ctx(system, dateFromDay(day)))
    await on('2026-03-11')
    expect(await recipients()).toEqual([])
    for (const day of ['2026-03-12', '2026-03-13', '2026-03-16']) await on(day)
    expect((await letters()).map((letter) => letter.subject)).toEqual(['A review is due soon'])
    for (const day of ['2026-03-17', '2026-03-30']) await on(day)
    expect((await letters()).map((letter) => letter.subject)).toEqual(['A review is due soon', 'A review is overdue'])
  })
})

describe('a listing that is answered', () => {
  it('comes back to the supplier’s own people with every comment', async () => {
    const draft = await value(startReview(ctx(reviewer!), await listingDraft.submitted(supplierId, signatory!)))
    const comments = [{ section: 'hosting', text: 'In which country is the data?' }]
    await value(returnListing(ctx(reviewer!), { id: draft.id, version: draft.version, comments }))
    const event = await eventNamed('ListingReturned')
    await twice(() => tellListingAnswered(ctx(system), event))
    expect(await recipients()).toEqual(['editor@test.example', 'signatory@test.example'])
    expect((await letters())[0]!.body).toContain('Hosting: In which country is the data?')
  })

  it('says on which day it is published', async () => {
    const draft = await value(startReview(ctx(reviewer!), await listingDraft.submitted(supplierId, signatory!)))
    await value(approveListing(ctx(reviewer!), { id: draft.id, version: draft.version, publishOn: '2026-04-01' }))
    await tellListingAnswered(ctx(system), await eventNamed('ListingApproved'))
    expect((await letters())[0]!.body).toContain('published on 1 April 2026')
  })
})

describe('a declaration', () => {
  it('that passes by itself troubles nobody', async () => {
    await declaration.passed(supplierId)
    await tellDeclarationWaits(ctx(system), await eventNamed('DeclarationMade'))
    expect(await letters()).toEqual([])
  })

  it('that needs an eye is told to reviewers, and its decision to the signatories with the reason', async () => {
    const { id } = await declaration.inReview(supplierId)
    const made = await eventNamed('DeclarationMade')
    await twice(() => tellDeclarationWaits(ctx(system), made))
    expect(await recipients()).toEqual(['reviewer@test.example'])
    const reason = 'The director has no part in the choice'
    await value(decideDeclaration(ctx(reviewer!), { id, version: 1, verdict: 'reject', reason }))
    await tellDeclarationDecided(ctx(system), await eventNamed('DeclarationRejected'))
    expect(await letters()).toContainEqual({
      recipient: 'signatory@test.example',
      subject: 'Your declaration has failed',
      body: expect.stringContaining(reason),
    })
  })

  it('reminds its signatories at 60, 30 and 7 days, each once, and never of one that was made again', async () => {
    await declaration.passed(supplierId, new Date(noon.getTime() - 310 * 86_400_000))
    const afterDays = (days: number) => remindOfDeclarations(ctx(system, new Date(noon.getTime() + days * 86_400_000)))
    for (const days of [-10, 0, 1, 24, 25, 47, 54, 55]) await afterDays(days)
    expect(await recipients()).toEqual(Array(3).fill('signatory@test.example'))
    await declaration.passed(supplierId)
    await db.mailMessage.deleteMany()
    await afterDays(50)
    expect(await letters()).toEqual([])
  })
})
