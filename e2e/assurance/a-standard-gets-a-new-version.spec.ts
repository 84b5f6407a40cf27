import { compareDays } from '@/lib/assurance/refresh/compare-days'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf, dayWords } from '@/lib/platform/days'
import { contextOf } from '@/lib/testing/context'
import { db, drainJobs, expect, expectAccessible, type Page, portalAddress, signInAs, test } from '../support/journey'
import { portalLater } from '../support/later'
import { aListedModule, type ListedModule } from './standard-situation'

test('an author drafts a stricter version, two officers publish it, the supplier is told, and it lapses when the transition is over', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const listed = await aListedModule()
  const yesterday = addDays(dayOf(now()), -1)
  await when_the_author_drafts(page, listed)
  await when_one_officer_proposes_and_another_seconds(page, listed)
  await then_the_supplier_sees_the_obligation(page, listed)
  await then_everybody_sees_the_version_coming(page, listed)
  const later = await portalLater(32)
  try {
    await compareDays(contextOf(system, now()))
    await drainJobs()
    await then_it_has_lapsed(page, later.address, listed)
    await then_the_past_says_what_it_said(page, later.address, listed, yesterday)
  } finally {
    await later.stop()
  }
})

async function when_the_author_drafts(page: Page, { standardId, requirementId }: ListedModule) {
  await signInAs(page, 'author@authority.example')
  await page.goto('/assurance/standards')
  await expectAccessible(page)
  await page.getByLabel('Standard', { exact: true }).selectOption(standardId)
  await page.getByRole('button', { name: 'Draft the next version' }).click()
  await expect(page.getByText('The draft is begun.')).toBeVisible()
  const today = dayOf(now())
  await page.getByRole('radio', { name: 'Patch' }).check()
  await page.getByLabel('Published on').fill(today)
  await page.getByLabel('In effect from').fill(addDays(today, 1))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The draft is saved.')).toBeVisible()
  await expect(page.getByText(`transition to ${dayWords(addDays(today, 31))}`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Write requirements' }).click()
  await page.getByRole('link', { name: requirementId }).click()
  await page.getByLabel('Text (optional)').fill('It is shown by a witness, at every release')
  await page.getByLabel('Shown by').selectOption({ label: 'A witness' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the requirement' }).click()
  await expect(page.getByText('The requirement is saved.')).toBeVisible()
  await page.getByRole('link', { name: `${standardId} 1.1.0` }).click()
  await page.getByRole('link', { name: 'Say what has changed' }).click()
  await expect(page.getByText('Not complete:')).toBeVisible()
  await expect(page.getByLabel(requirementId)).toHaveValue(`TIGHTENED ${requirementId}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the difference' }).click()
  await expect(page.getByText('Every requirement is classified.')).toBeVisible()
  await page.getByRole('link', { name: `${standardId} 1.1.0` }).click()
  await page.getByRole('link', { name: 'See what it would do' }).click()
  await expect(page.getByRole('row', { name: /^Lapses 1 1/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Note that I have looked at this preview' }).click()
  await expect(page.getByText('It is noted that you looked at the preview.')).toBeVisible()
}

async function when_one_officer_proposes_and_another_seconds(page: Page, { standardId }: ListedModule) {
  await signInAs(page, 'officer1@authority.example')
  await page.goto('/assurance/standards')
  await page.getByRole('link', { name: `${standardId} 1.1.0` }).click()
  await page.getByRole('button', { name: 'Propose to publish' }).click()
  await expect(page.getByText('Give the reason in at least 20 characters').first()).toBeVisible()
  await page.getByLabel('Reason').fill('Faults were found that a document did not show')
  await page.getByRole('button', { name: 'Propose to publish' }).click()
  await expect(page.getByText('Your proposal waits for a second officer.')).toBeVisible()
  const proposal = page.getByRole('region', { name: `Publish ${standardId} 1.1.0` })
  await expect(proposal.getByText('You proposed this: another officer must second it.')).toBeVisible()
  await expectAccessible(page)
  await signInAs(page, 'officer2@authority.example')
  await page.goto('/assurance/standards')
  await proposal.getByRole('button', { name: 'Second this decision' }).click()
  await expect(page.getByText('The decision is made.')).toBeVisible()
  await expectAccessible(page)
}

async function then_the_supplier_sees_the_obligation(
  page: Page,
  { name, standardId, requirementId, signatory, moduleVersionId }: ListedModule,
) {
  await expect(async () => {
    await drainJobs()
    expect(await db.obligation.count({ where: { moduleVersionId } })).toBe(1)
  }).toPass({ timeout: 20_000 })
  await signInAs(page, signatory.userId)
  await page.goto('/supplier')
  await page.getByRole('link', { name: 'New standards' }).click()
  const card = page.getByRole('region', { name: new RegExp(`${name}.*${standardId}`) })
  await expect(card.getByText('Due ')).toContainText(dayWords(addDays(dayOf(now()), 31)))
  await expect(card.getByText('Must be assessed, because it is new or stricter')).toContainText(requirementId)
  await expectAccessible(page)
}

async function then_everybody_sees_the_version_coming(page: Page, { standardId, moduleId }: ListedModule) {
  await page.context().clearCookies({ name: 'next-auth.session-token' })
  await page.goto('/standards')
  await expectAccessible(page)
  await page
    .getByRole('link', { name: new RegExp(`\\(${standardId}\\)`) })
    .first()
    .click()
  await expect(page.getByRole('img', { name: /over time/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^1\.1\.0 Published/ })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/register/${moduleId}/1.0.0`)
  await expect(page.getByText(/^Conformant until/).first()).toBeVisible()
}

async function then_it_has_lapsed(
  page: Page,
  address: string,
  { moduleId, moduleVersionId, requirementId }: ListedModule,
) {
  await page.goto(`${address}/register/${moduleId}/1.0.0`)
  await expect(page.getByText('Not conformant (lapsed)').first()).toBeVisible()
  expect(await db.nonConformity.findMany({ where: { moduleVersionId } })).toMatchObject([
    { source: 'STANDARD_REFRESH', requirementId, closedOn: null },
  ])
  expect(await db.event.count({ where: { name: 'ConformanceChanged', aboutId: moduleVersionId } })).toBe(1)
}

async function then_the_past_says_what_it_said(page: Page, address: string, { moduleId }: ListedModule, day: string) {
  await page.goto(`${address}/register/${moduleId}/1.0.0?asOf=${day}`)
  await expect(page.getByText('Conformant', { exact: true }).first()).toBeVisible()
  const json = await page.request.get(`${portalAddress()}/register/${moduleId}/1.0.0.json?asOf=${day}`)
  const after = await page.request.get(`${address}/register/${moduleId}/1.0.0.json?asOf=${day}`)
  expect(await after.text()).toBe(await json.text())
}
