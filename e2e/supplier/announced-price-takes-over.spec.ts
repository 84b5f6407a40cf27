import { approveListing } from '@/lib/catalogue/drafts/approve-listing'
import { startReview } from '@/lib/catalogue/drafts/start-review'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { contextOf } from '@/lib/testing/context'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { portalLater } from '../support/later'
import { aListing } from './situations'

test('a supplier announces a rise; until its day the old price holds, and on the day the new one', async ({
  page,
  journeyBrowser,
}) => {
  const { id, signatory, moduleId } = await given_a_published_module()
  await when_the_signatory_announces_a_rise(page, signatory.userId, moduleId)
  await when_the_authority_approves(moduleId, id)
  await then_the_present_price_holds_and_the_rise_is_announced(page, moduleId)
  const later = await portalLater(91)
  const pageLater = await (await journeyBrowser.newContext({ baseURL: later.address })).newPage()
  await then_the_rise_is_the_price(pageLater, moduleId)
  await later.stop()
})

const row = (draftId: string) => db.listingDraft.findUniqueOrThrow({ where: { id: draftId } })
const rise = () => addDays(dayOf(now()), 90)

async function approve(draftId: string) {
  const reviewer = await person.with('reviewer', (await organisation.authority()).id)
  const at = async () => ({ id: draftId, version: (await row(draftId)).version })
  expect((await startReview(contextOf(reviewer, now()), await at())).ok).toBe(true)
  const approved = await approveListing(contextOf(reviewer, now()), { ...(await at()), publishOn: dayOf(now()) })
  expect(approved.ok).toBe(true)
}

async function given_a_published_module() {
  const listing = await aListing('submitted')
  await approve(listing.id)
  return { ...listing, moduleId: (await row(listing.id)).moduleId }
}

async function when_the_signatory_announces_a_rise(page: Page, signatory: string, moduleId: string) {
  await signInAs(page, signatory)
  await page.goto('/supplier')
  await page.getByText('Change Lindale Calls', { exact: true }).click()
  await page.getByRole('form', { name: 'Change Lindale Calls' }).getByRole('button').click()
  await page.getByRole('link', { name: 'List prices' }).click()
  const next = page.getByRole('group', { name: 'Price 2' })
  await next.getByLabel('Patients on the list').check()
  await next.getByLabel('Every unit at the price of the tier reached').check()
  await next.getByLabel('By year').check()
  await next.getByLabel('For each practice').check()
  await next.getByLabel('Unit', { exact: true }).fill('patient')
  await next.getByLabel('Units, in the plural').fill('patients')
  await next.getByLabel('Tiers in pounds').fill('1: 0.25')
  await next.getByLabel('Valid from').fill(addDays(rise(), -1))
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await page.getByRole('button', { name: 'Submit to the authority' }).click()
  await expect(page.getByRole('alert').first()).toContainText('at the earliest: buyers get notice')
  await page.getByRole('link', { name: 'List prices' }).click()
  await page.getByRole('group', { name: 'Price 2' }).getByLabel('Valid from').fill(rise())
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await page.getByRole('button', { name: 'Submit to the authority' }).click()
  await expect(page.getByRole('status')).toContainText('within ten working days')
  expect(await db.listingDraft.count({ where: { moduleId, state: 'submitted' } })).toBe(1)
}

async function when_the_authority_approves(moduleId: string, first: string) {
  const draft = await db.listingDraft.findFirstOrThrow({ where: { moduleId, id: { not: first } } })
  await approve(draft.id)
}

async function then_the_present_price_holds_and_the_rise_is_announced(page: Page, moduleId: string) {
  await page.goto(`/modules/${moduleId}?n=10000&term=12`)
  await expect(page.getByRole('region', { name: 'Each price with its unit and tiers' })).toContainText(
    '£2,000.00 a year',
  )
  await expect(page.getByText(/^From .*: £0\.25 per patient per year\. Announced/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Price over the term' })).toContainText('£2,000.00')
  await expectAccessible(page)
}

async function then_the_rise_is_the_price(page: Page, moduleId: string) {
  await page.goto(`/modules/${moduleId}?n=10000`)
  const prices = page.getByRole('region', { name: 'Each price with its unit and tiers' })
  await expect(prices).toContainText('£2,500.00 a year')
  await expect(prices).not.toContainText('£2,000.00')
  await expect(page.getByText('Announced for later')).toHaveCount(0)
}
