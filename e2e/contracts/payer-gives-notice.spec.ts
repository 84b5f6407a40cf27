import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { expect, expectAccessible, signInAs, test } from '../support/journey'
import { aPracticeThatWantsToMove } from '../switching/situations'

test('the payer gives notice for a day to come, and everybody finds the notice date in their calendar', async ({
  page,
}) => {
  const { of, gaining } = await aPracticeThatWantsToMove()
  await signInAs(page, of.approver.userId)
  await page.goto(`/contracts/${gaining.id}`)
  await page.getByText('Give notice', { exact: true }).first().click()
  await page.getByLabel('Last day of the contract').fill(addDays(dayOf(now()), 20))
  await page.getByLabel('Reason').fill('The practice merges with its neighbour and needs one system')
  await page.getByRole('button', { name: 'Give notice' }).click()
  await expect(page.getByRole('alert').first()).toContainText('The contract asks for 90 days of notice')
  await expectAccessible(page)
  await page.getByLabel('Last day of the contract').fill(addDays(dayOf(now()), 120))
  await page.getByRole('button', { name: 'Give notice' }).click()
  await expect(page.getByRole('status')).toContainText('Notice is given')
  await expect(page.getByRole('main')).toContainText('The practice merges with its neighbour')
  const calendar = await page.request.get('/contracts/calendar.ics')
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(await calendar.text()).toContain('SUMMARY:Last day to give notice: OpenPath Core')
})
