import { loadFactsOf } from '@/lib/assurance/load-facts-of'
import { compareModule } from '@/lib/assurance/refresh/compare-days'
import { refreshModuleStanding } from '@/lib/assurance/refresh-module-standing'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf, dayWords } from '@/lib/platform/days'
import { contextOf } from '@/lib/testing/context'
import { db, expect, expectAccessible, type Page, signInAs } from '../support/journey'
import type { OwnStandard } from './standard-situation'

/** The author drafts a stricter version that begins tomorrow and has a transition of 30 days, and looks at whom it hits. */
export async function whenTheAuthorDrafts(page: Page, { standardId, requirementId }: OwnStandard, lapsing: string[]) {
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
  const n = lapsing.length
  await expect(page.getByRole('row', { name: new RegExp(`^Lapses ${n} ${n}`) })).toBeVisible()
  for (const name of lapsing) await expect(page.getByText(name).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Note that I have looked at this preview' }).click()
  await expect(page.getByText('It is noted that you looked at the preview.')).toBeVisible()
}

/** One officer proposes to publish it, cannot second it, and another does. */
export async function whenTwoOfficersPublish(page: Page, { standardId }: OwnStandard, lapseReason = '') {
  await signInAs(page, 'officer1@authority.example')
  await page.goto('/assurance/standards')
  await page.getByRole('link', { name: `${standardId} 1.1.0` }).click()
  await page.getByRole('button', { name: 'Propose to publish' }).click()
  await expect(page.getByText('Give the reason in at least 20 characters').first()).toBeVisible()
  await page.getByLabel('Reason').fill('Faults were found that a document did not show')
  await page.getByLabel('Why many practices may lapse').fill(lapseReason)
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

/** What the clock does in a night (the days are compared, standings derived anew), for these modules alone: journeys run beside each other, and the portal's own day stays. */
export async function aNightIsCompared(...moduleVersionIds: string[]) {
  const today = dayOf(now())
  for (const id of moduleVersionIds) {
    const { facts } = (await loadFactsOf(db, id))!
    await compareModule(contextOf(system, now()), facts, addDays(today, -1), today)
    await theStandingIsDerived(id)
  }
}

/** A module's standing as of the later day: whatever the portal's own worker hears of it, it keeps as of today. */
export const theStandingIsDerived = (id: string) =>
  refreshModuleStanding(contextOf(system, now()), { about: { type: 'ModuleVersion', id } } as never)
