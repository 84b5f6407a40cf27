import { expect, expectAccessible, type Page, test } from '../support/journey'

test.use({ javaScriptEnabled: false })

test('a buyer sees what a set lacks, and prices by list size as picture, table and words', async ({ page }) => {
  const ids = await given_the_ids_of_modules(page)
  await then_a_set_without_a_record_lacks_it(page, ids)
  await then_a_set_with_a_record_is_whole(page, ids)
  await then_the_price_is_drawn_and_said(page, ids)
})

async function given_the_ids_of_modules(page: Page): Promise<Record<string, string>> {
  const { modules } = await (await page.request.get('/modules/list.json')).json()
  return Object.fromEntries(modules.map((m: { name: string; id: string }) => [m.name, m.id]))
}
async function then_a_set_without_a_record_lacks_it(page: Page, ids: Record<string, string>) {
  await page.goto(`/compare?m=${ids['Brightwater Book']}&m=${ids['Calder Phone Link']}`)
  const report = page.getByRole('region', { name: 'If you took all of these together' })
  await expect(report).toContainText('Missing: nobody in this set offers it')
  await expect(report).toContainText('Brightwater Book needs Appointments Management - GP (C5)')
  await expect(report.getByRole('link', { name: 'find modules with C5' }).first()).toBeVisible()
}
async function then_a_set_with_a_record_is_whole(page: Page, ids: Record<string, string>) {
  await page.goto(`/compare?m=${ids['Brightwater Book']}&m=${ids['OpenPath Record']}&n=9800`)
  await expect(page.getByText('Every need is met inside this set')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Price a year by size of the list' })).toBeVisible()
  await page.getByText('Price a year by size of the list, as a table').click()
  await expect(page.getByRole('row', { name: '9,800 £1,764.00 £12,348.00' })).toBeVisible()
  await expectAccessible(page)
}
async function then_the_price_is_drawn_and_said(page: Page, ids: Record<string, string>) {
  await page.goto(`/modules/${ids['Brightwater Book']}?n=9800`)
  await expect(page.getByText('10,001 patients cost £0.08 a year less than 7,779')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Price a year by number of patients' })).toBeVisible()
  await page.getByText('Price a year by number of patients, as a table').click()
  await expect(page.getByRole('row', { name: '10,001 £1,400.14' })).toBeVisible()
  await expectAccessible(page)
}
