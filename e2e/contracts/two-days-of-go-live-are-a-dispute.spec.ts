import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { aPracticeThatWantsToMove } from '../switching/situations'

test('a site is live only when practice and supplier have named the same day, and never a day to come', async ({
  page,
}) => {
  const { of, gaining } = await aPracticeThatWantsToMove()
  const [today, yesterday] = [dayOf(now()), addDays(dayOf(now()), -1)]
  await confirmAs(page, of.manager, gaining.id, addDays(today, 1))
  await expect(page.getByRole('alert').first()).toContainText('The day must be today or in the past')
  await expectAccessible(page)
  await confirmAs(page, of.manager, gaining.id, today)
  await expect(page.getByRole('status')).toContainText('The day is confirmed')
  await confirmAs(page, of.gainingSignatory, gaining.id, yesterday)
  await expect(page.getByRole('main')).toContainText('The two sides name different days')
  await expectAccessible(page)
  await confirmAs(page, of.gainingSignatory, gaining.id, today)
  await expect(page.getByRole('status')).toContainText('The day is confirmed')
  await expect(page.getByRole('main')).not.toContainText('The two sides name different days')
  await expect(page.getByRole('button', { name: 'Confirm the day' })).toHaveCount(0)
})

async function confirmAs(page: Page, person: { userId: string }, contractId: string, day: string) {
  await signInAs(page, person.userId)
  await page.goto(`/contracts/${contractId}`)
  await page.getByLabel('Day on which the site went live').fill(day)
  await page.getByRole('button', { name: 'Confirm the day' }).click()
}
