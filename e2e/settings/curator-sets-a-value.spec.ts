import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, signInAs, test } from '../support/journey'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a finance officer sets a value of their own from tomorrow on; their colleague reads it once it is checked', async ({
      page,
    }) => {
      const payer = await organisation.commissioner()
      const finance = await person.with('finance-officer', payer.id)
      const tomorrow = addDays(dayOf(now()), 1)
      await signInAs(page, finance.userId)
      await page.goto('/funding/settings')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('link', { name: 'Time to decide on a funding request' }).click()
      await expect(page.getByText('Nobody has checked this value')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('New value').fill('soon')
      await page.getByRole('button', { name: 'Set from that day' }).click()
      await expect(page.getByRole('alert').first()).toContainText('A whole number')
      await page.getByLabel('New value').fill('12')
      await page.getByLabel('First day on which it counts').fill(tomorrow)
      await page.getByLabel('Where the figure comes from').fill('Board paper 7')
      await page.getByLabel('Day on which you checked').fill(dayOf(now()))
      await page.getByRole('button', { name: 'Set from that day' }).click()
      await expect(page.getByRole('status')).toContainText('The value is set')
      await expect(page.getByRole('region', { name: 'Set by your organisation' })).toContainText('12 working days')
      expect(await db.setting.count({ where: { organisationId: payer.id } })).toBe(1)
      const colleague = await person.approver(payer.id, 1n)
      await signInAs(page, colleague.userId)
      await page.goto('/funding/settings/decision-days')
      await expect(page.getByRole('region', { name: 'Set by your organisation' })).toContainText('12 working days')
      await expect(page.getByRole('button', { name: 'Set from that day' })).toHaveCount(0)
      expect((await page.goto('/admin/settings'))?.status()).toBe(404)
    })
  })

test('a curator reads the authority’s settings, every one marked until it is checked', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/settings')
  await expect(page.getByRole('row', { name: /Cap of a direct award/ })).toContainText('£40,000.00')
  await expect(page.getByRole('row', { name: /Cap of a direct award/ })).toContainText('Not checked')
  await expect(page.getByRole('row', { name: /Prefix of the contracting/ })).toContainText('Not set')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectAccessible(page)
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'a file with JavaScript' : 'a file without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a curator sends a file of settings: a wrong line is named and nothing is set', async ({ page }) => {
      await signInAs(page, 'curator@authority.example')
      await page.goto('/admin/settings')
      const rows = ['key,value,from,source,checked_on', 'smallest-group,5,,Board paper,', 'no-such,1,,Board paper,']
      const buffer = Buffer.from(rows.join('\n'))
      await page.getByLabel('File of settings').setInputFiles({ name: 'settings.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Set what the file says' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Line 3, key: there is no setting “no-such”')
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await db.setting.count({ where: { source: 'Board paper' } })).toBe(0)
    })
  })
