import { expect, signInAs, test } from '../support/journey'
import { aListing } from './situations'

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

test('without JavaScript, at 320 px, an editor fills in prices and choices; a fault keeps what was typed', async ({
  page,
}) => {
  const { id, editor } = await aListing('draft')
  await signInAs(page, editor.userId)
  await page.goto(`/supplier/listings/${id}`)
  await page.getByRole('link', { name: 'List prices' }).click()
  await page.getByRole('radio', { name: 'Patients on the list' }).check()
  await page.getByRole('radio', { name: 'Every unit at the price of the tier reached' }).check()
  await page.getByRole('radio', { name: 'By year' }).check()
  await page.getByRole('radio', { name: 'For each practice' }).check()
  await page.getByLabel('Unit', { exact: true }).fill('patient')
  await page.getByLabel('Units, in the plural').fill('patients')
  await page.getByLabel('Tiers in pounds').fill('2: 1.26')
  await page.getByLabel('Valid from').fill('2026-01-01')
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('alert').first()).toContainText('the first tier starts at 1')
  await expect(page.getByRole('radio', { name: 'By year' })).toBeChecked()
  await page.getByLabel('Tiers in pounds').fill('1: 1.26')
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await page.getByRole('link', { name: 'Hosting' }).click()
  await page.getByRole('group', { name: 'Public cloud', exact: true }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await page.goto(`/supplier/listings/${id}/preview`)
  await expect(page.getByText('£1.26').first()).toBeVisible()
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
})
