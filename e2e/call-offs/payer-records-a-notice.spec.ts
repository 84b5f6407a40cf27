import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, signInAs, test } from '../support/journey'
import { aNoticeDue } from './notice-situation'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('P8: a payer sees which notice is overdue, reads its draft, and records where it can be read', async ({
      page,
    }) => {
      const payer = await organisation.commissioner()
      const approver = await person.approver(payer.id, 1n)
      await aNoticeDue(payer.id, -2)
      await signInAs(page, approver.userId)
      await page.goto('/funding')
      await page.getByRole('link', { name: 'Notices due' }).click()
      await expect(page.getByText('1 notice is to be published, 1 of them overdue.')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('link', { name: 'UK6, contract award notice' }).click()
      await expect(page.getByText('C000900-01: Lindale Record')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Record that it is published' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Say where the notice can be read')
      await page.getByLabel('Where it can be read').fill('2026/S 000-012345')
      await page.getByLabel('Day on which it was published').fill(dayOf(now()))
      await page.getByRole('button', { name: 'Record that it is published' }).click()
      await expect(page.getByRole('status')).toContainText('Where the notice can be read is recorded')
      await expect(page.getByText('2026/S 000-012345')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Record that it is published' })).toHaveCount(0)
      await page.getByRole('link', { name: 'Notices due' }).click()
      await expect(page.getByText('Nothing is to be published now.')).toBeVisible()
    })
  })

test('L11: where the draft lacks indicators, the payer says which it added, or why there are fewer', async ({
  page,
}) => {
  const payer = await organisation.commissioner()
  const id = await aNoticeDue(payer.id, 5, 2)
  await signInAs(page, (await person.approver(payer.id, 1n)).userId)
  await page.goto(`/funding/notices/${id}`)
  await page.getByLabel('Where it can be read').fill('2026/S 000-012345')
  await page.getByLabel('Day on which it was published').fill(dayOf(now()))
  await page.getByRole('button', { name: 'Record that it is published' }).click()
  await expect(page.getByRole('alert').first()).toContainText('which 2 indicators you added, or why there are fewer')
  await expect(page.getByLabel('Where it can be read')).toHaveValue('2026/S 000-012345')
  const words = 'Availability and answers within the day were added by hand.'
  await page.getByLabel('Which indicators you added, or why there are fewer').fill(words)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Record that it is published' }).click()
  await expect(page.getByRole('status')).toContainText('Where the notice can be read is recorded')
  await expect(page.getByText(`Indicators: ${words}`)).toBeVisible()
})

test('the approver of another payer finds no such notice', async ({ page }) => {
  const id = await aNoticeDue((await organisation.commissioner()).id)
  const other = await person.approver((await organisation.commissioner()).id, 1n)
  await signInAs(page, other.userId)
  expect((await page.goto(`/funding/notices/${id}`))?.status()).toBe(404)
})
