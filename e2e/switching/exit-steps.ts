import { proposeDecision } from '@/lib/assurance/decisions/propose-decision'
import { secondDecision } from '@/lib/assurance/decisions/second-decision'
import { proposeSuspension, suspendModule } from '@/lib/assurance/decisions/suspend-module'
import { makeContract } from '@/lib/contracts/make-contract'
import { now } from '@/lib/platform/clock'
import { addMonths, dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { contract, parties, signedCallOff } from '@/prisma/factories/contract'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs } from '../support/journey'

const reason = 'Results of one patient were shown in the record of another'

export type Used = Awaited<ReturnType<typeof aPracticeThatUses>>
export async function aPracticeThatUses(title: string) {
  const of = await parties()
  const name = `${title} ${newId().slice(0, 6)}`
  const made = await module.conformant({ name, capabilities: ['C5'], supplierId: of.losing.id })
  const today = dayOf(now())
  const startsOn = addMonths(today, -6)
  const { moduleId, moduleVersionId, listingVersionId } = made
  const dates = { startsOn, endsOn: addMonths(startsOn, 36), signedAt: now() }
  const ids = { moduleId, moduleVersionId, listingVersionId, supplierId: of.losing.id, moduleName: name }
  const { id } = await value(makeContract(contextOf(undefined, now()), signedCallOff(of, { ...ids, ...dates })))
  for (const actor of [of.manager, of.losingSignatory]) await contract.confirm(actor, id, today, now())
  return { ...of, ...made, name, contractId: id }
}

export async function whenTwoOfficersSuspend(moduleVersionId: string) {
  const authority = (await organisation.authority()).id
  const [first, second] = [await person.officer(authority), await person.officer(authority)]
  const proposed = await value(proposeSuspension(contextOf(first, now()), { moduleVersionId, reason }))
  await value(suspendModule(contextOf(second, now()), { proposalId: proposed.id, version: 1 }))
  await thenACaseIsOpened(moduleVersionId, 'Suspended')
}

const twoWeeks = 14 * 86_400_000

/** Decided two weeks ago, so that the days in which the supplier could appeal are over and the removal is in force. */
export async function whenTwoOfficersRemove(moduleVersionId: string) {
  const authority = (await organisation.authority()).id
  const [first, second] = [await person.officer(authority), await person.officer(authority)]
  const then = new Date(now().getTime() - twoWeeks)
  for (const kind of ['CONTINUITY', 'REMOVE'] as const) {
    const proposed = await value(proposeDecision(contextOf(first, then), kind, { moduleVersionId, reason }))
    await value(secondDecision(contextOf(second, then), kind, { proposalId: proposed.id, version: 1 }))
  }
  await thenACaseIsOpened(moduleVersionId, 'Removed')
}

async function thenACaseIsOpened(moduleVersionId: string, words: string) {
  await expect(async () => {
    await drainJobs()
    expect(await db.exitCase.count({ where: { moduleVersionId } })).toBe(1)
    expect(await db.notice.count({ where: { aboutType: 'ExitCase', subject: { contains: words } } })).toBeGreaterThan(0)
  }).toPass({ timeout: 60_000 })
}

export async function thenTheManagerIsTold(page: Page, it: Used, words: string) {
  await signInAs(page, it.manager.userId)
  await page.goto('/account/notices')
  await expect(page.getByText(`${it.name}: ${words}`)).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/contracts/${it.contractId}`)
  await expect(page.getByRole('heading', { name: words })).toBeVisible()
  await expectAccessible(page)
}

export async function thenItsCaseNamesAlternatives(page: Page, it: Used) {
  await page.goto('/cases')
  await expectAccessible(page)
  await page.getByRole('link', { name: it.name }).click()
  await expect(page.getByText(reason)).toBeVisible()
  const table = page.getByRole('table', { name: 'Alternatives' })
  await expect(table.getByRole('link').first()).toBeVisible()
  const names = await table.getByRole('link').allInnerTexts()
  expect(names).not.toContain(it.name)
  const lower = names.map((name) => name.toLowerCase())
  expect(lower, 'by name').toEqual([...lower].sort())
  await expectAccessible(page)
}

export async function whenTheManagerOpensASwitch(page: Page, script = true) {
  await page.getByRole('button', { name: 'Open a switch' }).click()
  await expect(page).toHaveURL(/\/switches\//)
  if (script) await expectAccessible(page)
  await page.goBack()
  await page.reload()
  await expect(page.getByText('A switch is under way')).toBeVisible()
}

export async function thenThePayerSeesTheCaseAndAStrangerDoesNot(page: Page, it: Used) {
  const { id } = await db.exitCase.findFirstOrThrow({ where: { contractId: it.contractId } })
  await signInAs(page, it.approver.userId)
  expect((await page.goto(`/cases/${id}`))?.status()).toBe(200)
  await expect(page.getByRole('button', { name: 'Open a switch' })).toHaveCount(0)
  await signInAs(page, it.stranger.userId)
  expect((await page.goto(`/cases/${id}`))?.status()).toBe(404)
}
