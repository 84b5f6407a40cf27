import { now } from '@/lib/platform/clock'
import { callOffIn } from '@/prisma/factories/call-off'
import { anOrderThatWaitsForMoney, openPath } from '../funding/situations'
import { db, drainJobs, expect, expectAccessible, signInAs, test } from '../support/journey'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the bell counts what is unread, leads to the work, and letters come as they were asked for', async ({
      page,
    }) => {
      const { of, requestId } = await anOrderThatWaitsForMoney()
      const { email } = await db.person.findUniqueOrThrow({ where: { id: of.approver.userId } })
      const letters = () => db.mailMessage.count({ where: { recipient: email } })
      await expect(async () => {
        await drainJobs()
        expect(await letters()).toBe(1)
      }).toPass({ timeout: 30_000 })
      await signInAs(page, of.approver.userId)
      await page.goto('/account')
      await page.getByRole('link', { name: /^Notifications 1/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notifications')
      if (javaScriptEnabled) await expectAccessible(page)
      const link = page.locator('main').getByRole('link', { name: 'A funding request waits for a decision' })
      await expect(link).toHaveAttribute('href', `/funding/${requestId}`)
      await page.getByRole('button', { name: 'Mark as read' }).click()
      await expect(page.getByRole('status')).toContainText('Marked as read')
      await expect(page.getByText('You have read everything.')).toBeVisible()
      await page.getByRole('link', { name: 'How often you get letters' }).click()
      if (javaScriptEnabled) await expectAccessible(page)
      await expect(page.getByLabel('Funding requests')).not.toContainText('No letter')
      await page.getByLabel('Funding requests').selectOption('daily')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('status')).toContainText('Saved')
      await expect(page.getByLabel('Funding requests')).toHaveValue('daily')
      await callOffIn('awaiting-funding', { ...of, at: now() }, await openPath())
      await expect(async () => {
        await drainJobs()
        await page.goto('/notifications')
        await expect(page.getByText('1 unread.')).toBeVisible({ timeout: 1_000 })
      }).toPass({ timeout: 30_000 })
      expect(await letters()).toBe(1)
      await expect(page.getByRole('link', { name: /^Notifications 1/ })).toBeVisible()
    })
  })

test('each reader has their own: a stranger finds none of it', async ({ page }) => {
  await signInAs(page, 'manager@hillside.example')
  await page.goto('/notifications')
  await expect(page.getByText('A funding request waits for a decision')).toHaveCount(0)
  expect((await (await page.request.get('/notifications/unread.json')).json()).unread).toBeGreaterThanOrEqual(0)
  await page.context().clearCookies()
  await page.goto('/notifications')
  expect(page.url()).toContain('/sign-in')
})
