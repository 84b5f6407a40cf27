import { approveListing } from '@/lib/catalogue/drafts/approve-listing'
import { returnListing } from '@/lib/catalogue/drafts/return-listing'
import { startReview } from '@/lib/catalogue/drafts/start-review'
import { proposeEpic } from '@/lib/catalogue/epics/propose-epic'
import { createShortlist } from '@/lib/comparison/create-shortlist'
import { saveFilter } from '@/lib/comparison/saved-filters/save-filter'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { declaration } from '@/prisma/factories/declaration'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { anOpenNonConformity } from '../assurance/situations'
import { aStandardDraft } from '../assurance/standard-situation'
import { aPlanIsAsked } from '../market/plan-situations'
import { aListing, aSupplier } from '../supplier/situations'
import { db, expect, signInAs, signOut, test } from '../support/journey'
import { formsOn, type SentForm, send } from './sent-forms'

/** What a visitor may do anywhere, in other journeys at the same time. */
const everybodys = [
  'SupplierRequested',
  'SupplierEmailConfirmed',
  'InvitationAccepted',
  'PasswordChanged',
  'PasswordLinkSent',
]
const eventsOf = (actorId: string) => db.event.count({ where: { actorId, name: { notIn: everybodys } } })

/** A visitor, and people of their own: whatever they cause is theirs alone. */
async function theWrongOnes(): Promise<Record<string, string>> {
  const stranger = await aSupplier()
  const practice = (await organisation.practice()).id
  const authority = (await organisation.authority()).id
  return {
    'a visitor': 'visitor',
    'a second supplier': stranger.signatory.userId,
    'a practice': (await person.practiceManager(practice)).userId,
    'an assessor': (await person.with('assessor', authority)).userId,
  }
}

test('every form of the room, sent again by a second supplier, a practice, a visitor or an assessor, does nothing', async ({
  page,
}) => {
  test.setTimeout(480_000)
  const forms: SentForm[] = []
  for (const { as, addresses } of await thePlaces()) {
    await signInAs(page, as)
    for (const address of addresses) forms.push(...(await formsOn(page, address)))
  }
  expect(new Set(forms.map(({ label }) => label)).size).toBeGreaterThan(25)
  for (const [who, id] of Object.entries(await theWrongOnes())) {
    await (id === 'visitor' ? signOut(page) : signInAs(page, id))
    const before = await eventsOf(id)
    for (const form of forms)
      expect(await send(page, form), `${form.label} on ${form.address}, sent by ${who}`).toBeLessThan(500)
    expect(await eventsOf(id), `something happened when ${who} sent the forms`).toBe(before)
  }
})

test('the same forms, sent again by the one whose they are, do happen', async ({ page }) => {
  const { id, signatory } = await aListing('draft')
  await signInAs(page, signatory.userId)
  const discard = (await formsOn(page, `/supplier/listings/${id}`)).find(({ label }) => label.startsWith('Discard'))!
  await send(page, discard)
  expect(await db.listingDraft.findUnique({ where: { id } })).toMatchObject({ state: 'discarded' })
})

/** Every place of the room that has forms, with something on it that waits, and the person whose it is to act there. */
async function thePlaces(): Promise<{ as: string; addresses: string[] }[]> {
  const ctx = (actor: Actor) => contextOf(actor, now())
  const reviewer = await person.with('reviewer', (await organisation.authority()).id)
  const draft = await aListing('draft')
  const waits = await aListing('submitted')
  const inReview = await aListing('submitted')
  await value(startReview(ctx(reviewer), await seen(inReview.id)))
  const returned = await aListing('submitted')
  await value(startReview(ctx(reviewer), await seen(returned.id)))
  const comments = [{ section: 'hosting', text: 'In which country is the data?' }]
  await value(returnListing(ctx(reviewer), { ...(await seen(returned.id)), comments }))
  const published = await aListing('submitted')
  await value(startReview(ctx(reviewer), await seen(published.id)))
  await value(approveListing(ctx(reviewer), { ...(await seen(published.id)), publishOn: dayOf(now()) }))
  await aWordAbout(published.id)
  const { moduleId } = await db.listingDraft.findUniqueOrThrow({ where: { id: published.id } })
  const ncId = await anOpenNonConformity((await db.moduleVersion.findFirstOrThrow({ where: { moduleId } })).id)
  const doubtful = await aSupplier()
  const { id: declarationId } = await declaration.inReview(doubtful.id, now())
  const epic = { supplierId: draft.supplierId, capabilityId: 'C5', title: `Epic ${newId()}`, description: 'It does.' }
  await value(proposeEpic(ctx(draft.signatory), epic))
  await aRequest()
  const manager = await db.person.findUniqueOrThrow({ where: { email: 'manager@riverside.example' } })
  const grant = await db.grant.findFirstOrThrow({ where: { personId: manager.id } })
  const { organisationId, role } = grant
  const buyer: Actor = {
    kind: 'person',
    userId: manager.id,
    organisationId,
    grants: [{ role, organisationId, limitPence: null }],
  }
  const list = await value(createShortlist(ctx(buyer), { name: `List ${newId()}`, description: null }))
  const filter = await value(
    saveFilter(ctx(buyer), { name: `Search ${newId()}`, description: null, query: 'q=record' }),
  )
  const run = await db.importRun.findFirstOrThrow({ select: { id: true } })
  const own = (id: string) => `/supplier/listings/${id}`
  const standard = await aStandardDraft()
  const version = `/assurance/standards/${standard.draftId}`
  return [
    {
      as: standard.author.userId,
      addresses: [
        '/assurance/standards',
        version,
        `${version}/requirements`,
        `${version}/difference`,
        `${version}/preview`,
      ],
    },
    { as: standard.officer.userId, addresses: [version, `/assurance/standards/${standard.publishedId}`] },
    { as: standard.signatory.userId, addresses: ['/supplier/obligations'] },
    {
      as: draft.signatory.userId,
      addresses: ['/supplier', '/supplier/declaration', '/supplier/epics', own(draft.id), `${own(draft.id)}/hosting`],
    },
    { as: waits.signatory.userId, addresses: [own(waits.id)] },
    { as: returned.signatory.userId, addresses: [own(returned.id)] },
    {
      as: published.signatory.userId,
      addresses: ['/supplier', '/supplier/dependencies', `/supplier/non-conformities/${ncId}`],
    },
    {
      as: reviewer.userId,
      addresses: [
        `/assurance/listings/${waits.id}`,
        `/assurance/listings/${inReview.id}`,
        `/assurance/declarations/${declarationId}`,
      ],
    },
    {
      as: 'curator@authority.example',
      addresses: [
        '/assurance/suppliers',
        `/assurance/suppliers/${draft.supplierId}`,
        '/admin/reference/capabilities/C5',
        '/admin/reference/frameworks/new',
        '/admin/epics',
        '/admin/imports',
        `/admin/imports/${run.id}`,
      ],
    },
    {
      as: 'manager@riverside.example',
      addresses: [`/shortlists/${list.id}`, `/saved-filters/${filter.id}`, ...(await aProfileAndAPlan(buyer))],
    },
  ]
}

async function aProfileAndAPlan(buyer: Actor): Promise<string[]> {
  const plan = await aPlanIsAsked(buyer)
  const { profileId } = await db.planRun.findUniqueOrThrow({ where: { id: plan.split('/').at(-1)! } })
  const profile = `/shortlists/needs/${profileId}`
  return [profile, `${profile}/needs`, `${profile}/today`, plan]
}

const seen = (id: string) => db.listingDraft.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } })

/** What some other supplier says of the module of this listing. */
async function aWordAbout(draftId: string) {
  const { moduleId, supplierId } = await db.listingDraft.findUniqueOrThrow({ where: { id: draftId } })
  const other = await db.module.findFirstOrThrow({ where: { demo: true }, orderBy: { id: 'asc' } })
  await db.dependencyClaim.create({
    data: {
      id: newId(),
      moduleId: other.id,
      supplierId: other.supplierId,
      targetId: moduleId,
      targetSupplierId: supplierId,
      relation: 'works-with',
      state: 'claimed',
      claimedAt: now(),
      changedAt: now(),
      changedById: 'system',
    },
  })
}

/** Somebody's request for an account, with the address proved. */
async function aRequest() {
  const id = newId()
  const names = { companyNumber: '07654321', legalName: 'Waiting Limited', brand: 'Waiting', personName: 'Wen Li' }
  await db.supplierRequest.create({
    data: {
      id,
      ...names,
      email: 'wen@waiting.example',
      tokenHash: id,
      expiresAt: now(),
      state: 'checking',
      requestedAt: now(),
    },
  })
}
