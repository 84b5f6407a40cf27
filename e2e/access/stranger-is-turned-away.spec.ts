import { dryRun } from '@/lib/assurance/runs/ask-for-run'
import { saveComparison } from '@/lib/comparison/saved-comparisons/save-comparison'
import { saveFilter } from '@/lib/comparison/saved-filters/save-filter'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { callOffIn } from '@/prisma/factories/call-off'
import { openedCompetition } from '@/prisma/factories/competition'
import { endpoint } from '@/prisma/factories/endpoint'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { anOpenNonConformity, aPublishedClaim } from '../assurance/situations'
import { aNoticeDue } from '../call-offs/notice-situation'
import { anOrderThatWaitsForMoney, openPath } from '../funding/situations'
import { aPlanIsAsked } from '../market/plan-situations'
import { aPractice, rivals } from '../procurement/situations'
import { aListing } from '../supplier/situations'
import { db, expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'
import { anOpenSwitch } from '../switching/situations'
import { type Audience, addresses } from './matrix'

const ofAudience = (...audiences: Audience[]) =>
  Object.keys(addresses).filter((address) => audiences.includes(addresses[address]!))

test('a visitor is turned away at every address that is not public', async ({ page }) => {
  test.setTimeout(300_000)
  const ids = await recordsOfOthers()
  for (const address of ofAudience('signed-in', 'curator', 'authority', 'supplier', 'payer', 'parties')) {
    const { status, url } = await ask(page, filled(address, ids))
    const turnedAway = url.includes('/sign-in') || [401, 403, 404].includes(status)
    expect(turnedAway, `${address} answered a visitor with ${status}`).toBe(true)
  }
})

test('somebody of another organisation finds nothing at the records of these', async ({ page }) => {
  test.setTimeout(300_000)
  const ids = await recordsOfOthers()
  const strangers = [
    await person.practiceManager((await organisation.practice()).id),
    await person.approver((await organisation.commissioner()).id, 1n),
    await person.signatory((await organisation.supplier()).id),
    await person.with('assessor', (await organisation.authority()).id),
  ]
  for (const stranger of strangers) {
    await signInAs(page, stranger.userId)
    const holds = (what: string) => stranger.grants.some((grant) => grant.role.startsWith(what))
    const closed = [
      ...(holds('supplier') ? [] : ofAudience('supplier')),
      ...(holds('assessor') ? [] : ofAudience('authority')),
      ...(holds('funding') ? [] : ofAudience('payer')),
    ]
    for (const address of [...closed, ...ofAudience('parties', 'curator')]) {
      const { status } = await ask(page, filled(address, ids))
      expect(status, `${address} answered a stranger`).toBe(404)
    }
  }
  await page.goto(filled('/call-offs/[id]', ids))
  await expectAccessible(page)
})

test('every public address answers a visitor', async ({ page }) => {
  await signOut(page)
  for (const address of ofAudience('everyone').filter(
    (a) => !a.includes('[') && !a.startsWith('/api') && a !== '/compare' && !/\.(csv|json|pdf)$/.test(a),
  ))
    expect((await ask(page, address)).status, address).toBe(200)
})

test('every address of their own answers whoever is signed in', async ({ page }) => {
  test.setTimeout(240_000)
  for (const email of [
    'manager@riverside.example',
    'approver@northbank.example',
    'signatory@openpath.example',
    'curator@authority.example',
    'officer1@authority.example',
  ]) {
    await signInAs(page, email)
    for (const address of ofAudience('signed-in').filter(
      (a) => !a.includes('[') && !/\.(ics|csv|json)$/.test(a) && a !== '/projects/new',
    ))
      expect((await ask(page, address)).status, `${address} for ${email}`).toBe(200)
  }
})

async function recordsOfOthers(): Promise<Record<string, string>> {
  const { of, callOffId, requestId } = await anOrderThatWaitsForMoney()
  const { projectId } = (await findCallOff(db, callOffId))!
  const { shortlistId } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { shortlistId: true },
  })
  const { story } = await anOpenSwitch()
  const another = await callOffIn('draft', { ...of, at: now() }, await openPath())
  const listing = await aListing('submitted')
  const saved = await aSearchAndAComparison(of.manager)
  const claim = await aPublishedClaim('C1')
  const runId = await aDryRun(claim)
  return {
    '/supplier/non-conformities/[id]': await anOpenNonConformity(claim.moduleVersionId),
    '/assurance/assessments/[id]': claim.id,
    '/supplier/assessments/[id]': claim.id,
    '/assurance/listings/[id]': listing.id,
    '/supplier/listings/[id]': listing.id,
    '/call-offs/[id]': another,
    '/supplier/orders/[id]': another,
    '/funding/[id]': requestId,
    '/funding/budgets/[id]': (await db.budgetLine.findFirstOrThrow({ where: { organisationId: of.commissioner.id } }))
      .id,
    '/funding/notices/[id]': await aNoticeDue(of.commissioner.id),
    '/competitions/[id]': (await openedCompetition(await aPractice(), await rivals(100_000, 110_000))).id,
    '/projects/[id]': projectId,
    '/saved-comparisons/[id]': saved.comparisonId,
    '/saved-filters/[id]': saved.filterId,
    '/shortlists/[id]': shortlistId,
    ...(await aPlan(of.manager)),
    '/contracts/[id]': story.gainingContractId,
    '/switches/[id]': story.id,
    '/runs/[id]': runId,
  }
}

/** Private to its supplier, also from the authority (CS-03). */
async function aDryRun({ moduleVersionId, editor }: { moduleVersionId: string; editor: Actor }): Promise<string> {
  const made = { moduleVersionId, supplierId: editor.organisationId! }
  const { id } = await endpoint.approved(made, 'http://sandbox.test:9/fhir', undefined, now())
  const run = await value(dryRun(contextOf(editor, now()), { endpointId: id }))
  return run.id
}

/** The ids of a plan that waits or was computed, and of its profile. */
async function aPlan(manager: Actor): Promise<Record<string, string>> {
  const id = (await aPlanIsAsked(manager)).split('/').at(-1)!
  const { profileId } = await db.planRun.findUniqueOrThrow({ where: { id }, select: { profileId: true } })
  return { '/shortlists/plans/[id]': id, '/shortlists/needs/[id]': profileId }
}

async function aSearchAndAComparison(manager: Actor) {
  const ctx = contextOf(manager, now())
  const texts = { name: `Saved ${newId()}`, description: null }
  const modules = await db.module.findMany({
    where: { currentListingId: { not: null } },
    take: 2,
    select: { id: true },
  })
  const moduleIds = modules.map((module) => module.id)
  const filter = await saveFilter(ctx, { ...texts, query: 'q=record' })
  const comparison = await saveComparison(ctx, { ...texts, moduleIds, patients: null, term: null })
  if (!filter.ok || !comparison.ok) throw new Error('nothing could be saved')
  return { filterId: filter.value.id, comparisonId: comparison.value.id }
}

function filled(address: string, ids: Record<string, string>): string {
  const known = Object.keys(ids).find((pattern) => address.startsWith(pattern))
  const id = known ? ids[known]! : '11111111-1111-4111-8111-111111111111'
  return address
    .replace('[id]', id)
    .replace(
      '[section]',
      address.startsWith('/call-offs') ? 'type' : address.startsWith('/shortlists') ? 'needs' : 'support',
    )
    .replace('[key]', 'decision-days')
}

/** As the browser would, with its session, but nothing is drawn: who is let in is said by the server alone. */
async function ask(page: Page, address: string): Promise<{ status: number; url: string }> {
  const answer = await page.request.get(address)
  return { status: answer.status(), url: answer.url() }
}
