import { expect, expectAccessible, type Page, test } from '../support/journey'

test.use({ javaScriptEnabled: false })

test('the catalogue works without JavaScript: search, filter, page, module, price, comparison', async ({ page }) => {
  await when_they_search_by_form(page)
  await then_results_are_there(page)
  await when_they_open_a_module(page)
  await then_the_price_is_worked_out(page)
  await when_they_compare_two(page)
})

async function when_they_search_by_form(page: Page) {
  await page.goto('/modules')
  await page.getByLabel('Search', { exact: true }).fill('record')
  await page.getByLabel('My list size').fill('9871')
  await page.getByLabel('Sort by').selectOption('price')
  await page.getByRole('button', { name: 'Show modules' }).click()
}
async function then_results_are_there(page: Page) {
  await expect(page).toHaveURL(/q=record/)
  // Other journeys publish modules at the same price.
  await expect(page.getByText('£12,437.46 a year').first()).toBeVisible()
  await page.goto('/modules?page=2')
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(page.getByText(/Page 1 of/)).toBeVisible()
}
async function when_they_open_a_module(page: Page) {
  await page.goto('/modules?q=OpenPath+Record')
  await page.getByRole('link', { name: 'OpenPath Record', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('OpenPath Record')
}
async function then_the_price_is_worked_out(page: Page) {
  await page.getByLabel('Patients on your list').fill('9800')
  await page.getByRole('button', { name: 'Work out the price' }).click()
  await expect(page.getByText('£12,348.00 a year (£1,029.00 a month)')).toBeVisible()
}
async function when_they_compare_two(page: Page) {
  await page.goto('/modules?kind=foundation')
  for (const name of ['OpenPath Record', 'Tamar One'])
    await page.getByRole('checkbox', { name: `Compare ${name}` }).check()
  await page.getByRole('button', { name: 'Compare the chosen modules' }).click()
  await expect(page.getByRole('columnheader', { name: 'Tamar One' })).toBeVisible()
}

test.describe('on a narrow screen', () => {
  test.use({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } })
  test('nothing runs off the side at 320 pixels', async ({ page }) => {
    for (const address of ['/modules?n=9800', '/register', '/compare']) {
      await page.goto(address)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320)
    }
    await page.goto('/modules?q=Stonebridge+GP')
    await page.getByRole('link', { name: 'Stonebridge GP', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Stonebridge GP')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.getByRole('link', { name: 'see why in the register' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Requirements' })).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})
