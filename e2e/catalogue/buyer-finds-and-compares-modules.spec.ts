import { expect, expectAccessible, type Page, test } from '../support/journey'

test('a buyer finds modules by facet and by a misspelt name, and compares three', async ({ page }) => {
  await given_the_list(page)
  await when_they_choose_a_capability(page)
  await then_the_count_was_true(page)
  await when_they_misspell_a_supplier(page)
  await then_the_right_module_is_found(page)
  await when_they_compare_three(page)
  await then_they_see_prices_for_their_list_and_what_differs(page)
})

let promised = 0

async function given_the_list(page: Page) {
  await page.goto('/modules')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find a module')
  await expectAccessible(page)
}
async function when_they_choose_a_capability(page: Page) {
  await page.locator('summary', { hasText: 'Capability' }).click()
  const box = page.getByRole('checkbox', { name: /^Prescribing \(\d+\)$/ })
  promised = Number(/\((\d+)\)/.exec((await page.getByText(/^Prescribing \(\d+\)$/).textContent())!)![1])
  await box.check()
  await page.getByRole('button', { name: 'Show modules' }).click()
}
async function then_the_count_was_true(page: Page) {
  await expect(page).toHaveURL(/cap=C14/)
  await expect(page.getByRole('heading', { level: 2, name: `${promised} modules` })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Remove filter Prescribing' })).toBeVisible()
  await expectAccessible(page)
}
async function when_they_misspell_a_supplier(page: Page) {
  await page.goto('/modules?q=Opnpath+Recrod')
}
async function then_the_right_module_is_found(page: Page) {
  await expect(page.getByText(/Nothing was found for/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('OpenPath Record')
  await page.goto('/modules?q=qqqqqqqq')
  await expect(page.getByText('No module matches all of this.')).toBeVisible()
  await expectAccessible(page)
}
async function when_they_compare_three(page: Page) {
  await page.goto('/modules?kind=foundation&n=9800&sort=price')
  for (const name of ['OpenPath Record', 'Meridian Practice', 'Stonebridge GP'])
    await page.getByRole('checkbox', { name: `Compare ${name}` }).check()
  await page.getByRole('button', { name: 'Compare the chosen modules' }).click()
}
async function then_they_see_prices_for_their_list_and_what_differs(page: Page) {
  await expect(page.getByRole('columnheader', { name: 'OpenPath Record' })).toBeVisible()
  await expect(page.getByRole('row', { name: /A year for 9,800 patients/ })).toContainText('£12,348.00')
  await expect(page.getByRole('row', { name: /Patient Information Maintenance/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Only where the modules differ' }).check()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('row', { name: /A year for 9,800 patients/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Patient Information Maintenance/ })).toHaveCount(0)
}
