import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { expect, expectAccessible, signInAs, test } from '../support/journey'
import { aContractThatEndsIn } from './situations'

test('a notice in time is taken back by both sides; a stranger finds nothing', async ({ page }) => {
  const { of, id } = await aContractThatEndsIn(400)
  await signInAs(page, of.approver.userId)
  await page.goto(`/contracts/${id}`)
  await page.getByText('Give notice', { exact: true }).first().click()
  await page.getByLabel('Last day of the contract').fill(addDays(dayOf(now()), 120))
  await page.getByLabel('Reason').fill('The practice merges with its neighbour and needs one system')
  await page.getByRole('button', { name: 'Give notice' }).click()
  await expect(page.getByRole('status')).toContainText('Notice is given')
  await expect(page.getByRole('img', { name: 'Timeline of the contract' })).toBeVisible()
  await expectAccessible(page)
  for (const by of [of.approver, of.losingSignatory]) {
    await signInAs(page, by.userId)
    await page.goto(`/contracts/${id}/end`)
    await page.getByRole('button', { name: 'Sign that the notice is taken back' }).click()
    await expect(page.getByRole('status')).toContainText('Your side has signed')
  }
  await expect(page.getByRole('main')).toContainText('The notice was taken back')
  await expectAccessible(page)
  await signInAs(page, of.stranger.userId)
  for (const path of ['', '/end', '/changes'])
    expect((await page.goto(`/contracts/${id}${path}`))?.status(), path).toBe(404)
})
