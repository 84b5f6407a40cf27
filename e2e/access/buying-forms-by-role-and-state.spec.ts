import { appealFunding } from '@/lib/funding/answer-funding'
import { declineFunding, returnFunding } from '@/lib/funding/decline-funding'
import { now } from '@/lib/platform/clock'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { orderSections } from '@/lib/procurement/call-offs/form/call-off-journey'
import { inviteEvaluator } from '@/lib/procurement/competitions/change-evaluators'
import { contextOf } from '@/lib/testing/context'
import { type Buyers, buyers, callOffIn, decided, frozenProject } from '@/prisma/factories/call-off'
import { openedCompetition } from '@/prisma/factories/competition'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { aNoticeDue } from '../call-offs/notice-situation'
import { aContractThatEndsIn } from '../contracts/situations'
import { anOrderThatWaitsForMoney, openPath } from '../funding/situations'
import { aPractice, monthsOn, rivals } from '../procurement/situations'
import { db, expect, signInAs, signOut, test } from '../support/journey'
import { formsOn, type SentForm, send } from './sent-forms'

type Place = { as: string; addresses: string[] }

test('every form of the buying rooms, in every state, sent again by whoever it is not meant for, does nothing', async ({
  page,
}) => {
  test.setTimeout(480_000)
  const forms: SentForm[] = []
  for (const { as, addresses } of await thePlaces()) {
    await signInAs(page, as)
    for (const address of addresses) forms.push(...(await formsOn(page, address)))
  }
  expect(forms.length).toBeGreaterThan(50)
  for (const [who, id] of Object.entries(await theWrongOnes())) {
    await (id === 'visitor' ? signOut(page) : signInAs(page, id))
    const before = await db.event.count({ where: { actorId: id, name: { startsWith: 'Session' } } })
    const all = await db.event.count({ where: { actorId: id } })
    for (const form of forms)
      expect(await send(page, form), `${form.label} on ${form.address}, sent by ${who}`).toBeLessThan(500)
    const done = await db.event.findMany({ where: { actorId: id }, select: { name: true }, skip: all })
    expect(id === 'visitor' ? [] : done, `something happened when ${who} sent the forms`).toEqual([])
    expect(await db.event.count({ where: { actorId: id, name: { startsWith: 'Session' } } })).toBe(before)
  }
})

test('the same forms, sent by the one whose they are when the order has moved on, do nothing to it', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const of = await buyers(now())
  const id = await callOffIn('complete', of, await openPath())
  await signInAs(page, of.manager.userId)
  const early = await formsOn(page, `/call-offs/${id}`)
  for (const section of ['timescales', 'practices', 'funding'])
    early.push(...(await formsOn(page, `/call-offs/${id}/${section}`)))
  const submit = early.find(({ label }) => /fund|payer/i.test(label))!
  await send(page, {
    ...submit,
    fields: submit.fields.map(([name, value]) => [name, name === 'reason' ? words : value]),
  })
  expect((await findCallOff(db, id))!.state).toBe('awaiting-funding')
  const told = await db.event.count({ where: { aboutId: id } })
  for (const form of early) expect(await send(page, form), form.label).toBeLessThan(500)
  expect((await findCallOff(db, id))!.state).toBe('awaiting-funding')
  expect(await db.event.count({ where: { aboutId: id } })).toBe(told)
})

const words = 'Because the practice needs it, said in more than thirty characters.'

/** A visitor, and people of other organisations who hold the very roles that the forms ask for. */
async function theWrongOnes(): Promise<Record<string, string>> {
  const practice = (await organisation.practice()).id
  const payer = (await organisation.commissioner()).id
  const supplier = (await organisation.supplier()).id
  const authority = (await organisation.authority()).id
  return {
    'a visitor': 'visitor',
    'the manager of another practice': (await person.practiceManager(practice)).userId,
    'an approver of another payer': (await person.approver(payer, 10_000_000_000n)).userId,
    'a requester of another payer': (await person.requester(payer)).userId,
    'the finance officer of another payer': (await person.with('finance-officer', payer)).userId,
    'the signatory of another supplier': (await person.signatory(supplier)).userId,
    'an officer of the authority': (await person.officer(authority)).userId,
  }
}

/** A project, an order, a request and a contract in each state that shows a form, and whoever may act there. */
async function thePlaces(): Promise<Place[]> {
  const [of, chosen] = [await buyers(now()), await openPath()]
  const signatory = 'signatory@openpath.example'
  const frozen = await frozenProject(of, [chosen])
  const awarded = await frozenProject(of, [chosen])
  await decided(of, awarded, chosen.moduleId)
  const places: Place[] = [{ as: of.manager.userId, addresses: [`/projects/${frozen}`, `/projects/${awarded}`] }]
  for (const state of ['draft', 'complete', 'awaiting-funding', 'funded', 'signing'] as const) {
    const id = await callOffIn(state, of, chosen)
    const sections = state === 'draft' ? sectionsOf(id) : []
    places.push({ as: of.manager.userId, addresses: [`/call-offs/${id}`, ...sections] })
    if (state === 'signing')
      for (const as of [of.approver.userId, signatory]) places.push({ as, addresses: [`/call-offs/${id}`] })
    if (state === 'signing') places.push({ as: signatory, addresses: [`/supplier/orders/${id}`] })
  }
  return [...places, ...(await requests()), ...(await contracts()), ...(await competitions()), ...(await finances(of))]
}

const sectionsOf = (id: string) => orderSections.map(({ slug }) => `/call-offs/${id}/${slug}`)

/** Requests that wait, that were returned with a question, and that were declined. */
async function requests(): Promise<Place[]> {
  const places: Place[] = []
  for (const answer of ['none', 'returned', 'declined', 'appealed'] as const) {
    const { of, requestId: id } = await anOrderThatWaitsForMoney()
    const ctx = contextOf(of.approver, now())
    if (answer === 'returned') await returnFunding(ctx, { id, version: 1, text: words })
    if (answer === 'declined' || answer === 'appealed')
      await declineFunding(ctx, { id, version: 1, code: 'no-budget', reason: '' })
    if (answer === 'appealed') await appealFunding(contextOf(of.manager, now()), { id, version: 2, text: words })
    for (const as of [of.manager, of.approver, of.second]) places.push({ as: as.userId, addresses: [`/funding/${id}`] })
  }
  return places
}

/** A contract far from its end, near it, and past it, as payer, practice and supplier see it. */
async function contracts(): Promise<Place[]> {
  const places: Place[] = []
  for (const days of [400, 30, -5]) {
    const { of, id } = await aContractThatEndsIn(days)
    const pages = [`/contracts/${id}`, `/contracts/${id}/end`, `/contracts/${id}/changes`]
    for (const as of [of.approver, of.requester, of.manager, of.losingSignatory])
      places.push({ as: as.userId, addresses: pages })
  }
  return places
}

/** A competition whose offers are open, as buyer, supplier and evaluator see it; and the criteria of one that is not open yet. */
async function competitions(): Promise<Place[]> {
  const [of, modules] = [await aPractice(), await rivals(100_000, 110_000)]
  const held = await openedCompetition(of, modules)
  const scorer = await person.partner(of.practice.id)
  await inviteEvaluator(contextOf(of.manager, of.at), { competitionId: held.id, personId: scorer.userId })
  const frozen = await frozenProject(of, modules, { route: 'competition', startsOn: monthsOn(3) })
  const page = [`/competitions/${held.id}`]
  return [
    { as: of.manager.userId, addresses: [...page, `/projects/${held.projectId}`, `/projects/${frozen}/criteria`] },
    { as: scorer.userId, addresses: page },
    { as: modules[0]!.signatoryId, addresses: page },
  ]
}

async function finances({ commissioner }: Buyers): Promise<Place[]> {
  const officer = await person.with('finance-officer', commissioner.id)
  const approver = await person.approver(commissioner.id, 1n)
  const [line] = await db.budgetLine.findMany({ where: { organisationId: commissioner.id }, take: 1 })
  const [own, notice] = [`/funding/budgets/${line!.id}`, `/funding/notices/${await aNoticeDue(commissioner.id)}`]
  return [
    {
      as: officer.userId,
      addresses: ['/funding/budgets', own, '/funding/delegations', '/funding/settings/decision-days'],
    },
    { as: approver.userId, addresses: [notice] },
  ]
}
