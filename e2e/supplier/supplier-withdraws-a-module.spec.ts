import { endDueWithdrawals } from '@/lib/catalogue/drafts/end-due-withdrawals'
import { recordExistingContract } from '@/lib/contracts/record-existing-contract'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, addMonths, dayOf, dayWords } from '@/lib/platform/days'
import { contextOf } from '@/lib/testing/context'
import { type Buyers, buyers } from '@/prisma/factories/call-off'
import { expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'
import { portalLater } from '../support/later'
import { aPublishedModule } from './situations'

const name = 'Fernhill Recall'
const today = dayOf(now())
const lastOrderDay = addDays(today, 30)

test('a supplier announces a withdrawal; buyers see the last day; after it the module is gone, the contract stays', async ({
  page,
  journeyBrowser,
}) => {
  test.setTimeout(240_000)
  const made = await aPublishedModule('Fernhill Software', name)
  const of = await buyers()
  await given_a_contract_in_force(of, made)
  await when_the_signatory_announces_it(page, made.signatory.userId)
  await then_buyers_see_the_last_day(page, made.moduleId)

  const later = await portalLater(31)
  const atEnd = await (await journeyBrowser.newContext({ baseURL: later.address })).newPage()
  await then_its_page_says_withdrawn_by_the_clock_alone(atEnd, made.moduleId)
  await endDueWithdrawals(contextOf(system, now()))
  await then_it_is_gone_from_the_lists(atEnd, made.moduleId)
  await then_the_contract_is_still_there(atEnd, of)
  await later.stop()
})

type Made = Awaited<ReturnType<typeof aPublishedModule>>

async function given_a_contract_in_force(of: Buyers, { moduleId, supplierId }: Made) {
  const recorded = await recordExistingContract(contextOf(of.approver, now()), {
    number: `FH-${today}`,
    practiceId: of.practice.id,
    payerId: of.commissioner.id,
    supplierId,
    moduleId,
    moduleName: name,
    startsOn: addMonths(today, -12),
    endsOn: addDays(addMonths(today, 24), -1),
    noticeDays: 90,
    yearlyPence: 200_000n,
    totalPence: 600_000n,
    listSize: 9_871,
  })
  expect(recorded.ok ? 'recorded' : recorded.refusal).toBe('recorded')
}

async function when_the_signatory_announces_it(page: Page, signatoryId: string) {
  await signInAs(page, signatoryId)
  await page.goto('/supplier')
  await page.getByText(`Withdraw ${name}`).click()
  const form = page.getByRole('form', { name: `Withdraw ${name}` })
  await form.getByLabel('Last day for orders').fill(addDays(today, 29))
  await form.getByRole('button', { name: 'Announce the withdrawal' }).click()
  await expect(page.getByRole('alert').first()).toContainText('at least 30 days from today')
  await form.getByLabel('Last day for orders').fill(lastOrderDay)
  await form.getByRole('button', { name: 'Announce the withdrawal' }).click()
  await expect(page.getByRole('status')).toContainText('The withdrawal is announced')
  await expectAccessible(page)
}

async function then_buyers_see_the_last_day(page: Page, moduleId: string) {
  await signOut(page)
  await page.goto(`/modules/${moduleId}`)
  await expect(page.getByText(`The last day for orders is ${dayWords(lastOrderDay)}`)).toBeVisible()
  await expect(page.getByRole('heading', { name: /price/i }).first()).toBeVisible()
  await expectAccessible(page)
}

async function then_its_page_says_withdrawn_by_the_clock_alone(page: Page, moduleId: string) {
  await page.goto(`/modules/${moduleId}`)
  await expect(page.getByRole('heading', { name: 'Important: Withdrawn' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /price/i })).toHaveCount(0)
  await expectAccessible(page)
}

async function then_it_is_gone_from_the_lists(page: Page, moduleId: string) {
  await page.goto('/modules?q=Fernhill')
  await expect(page.getByRole('link', { name })).toHaveCount(0)
  expect((await page.request.get(`/api/v1/modules/${moduleId}`)).status()).toBe(404)
}

async function then_the_contract_is_still_there(page: Page, of: Buyers) {
  await signInAs(page, of.manager.userId)
  await page.goto('/contracts')
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}
