import { expect, expectAccessible, type Page, test } from '../support/journey'

test('a buyer ticks filters and sees the results at once; the address and the back button follow', async ({ page }) => {
  await given_the_list(page)
  await when_they_tick_a_filter(page)
  await then_results_status_and_address_follow_and_focus_stays(page)
  await when_they_tick_another_and_untick_it(page)
  await when_they_go_back(page)
  await then_the_list_is_as_it_was(page)
  await then_the_address_alone_shows_the_same(page)
})

const form = (page: Page) => page.getByRole('form', { name: 'Search and filter modules' })
const box = (page: Page, name: RegExp) => form(page).getByRole('checkbox', { name })
const opened = (page: Page, facet: string) => form(page).locator('summary').filter({ hasText: facet }).click()
const heading = (page: Page) => page.getByRole('heading', { level: 2, name: /^\d+ modules?$/ })
let before = ''

async function given_the_list(page: Page) {
  await page.goto('/modules')
  before = (await heading(page).textContent())!
  await expect(page.getByRole('combobox', { name: 'Search', exact: true })).toBeVisible()
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map((r) => r.name))
  expect(scripts.filter((name) => name.includes('/api/modules/search'))).toEqual([])
}
async function when_they_tick_a_filter(page: Page) {
  await opened(page, 'Hosting')
  await box(page, /^Public cloud/).focus()
  await page.keyboard.press('Space')
}
async function then_results_status_and_address_follow_and_focus_stays(page: Page) {
  await expect(heading(page)).not.toHaveText(before)
  await expect(page).toHaveURL(/host=public-cloud/)
  const found = (await heading(page).textContent())!
  await expect(page.getByRole('status').filter({ hasText: /modules?$/ })).toHaveText(found)
  await expect(box(page, /^Public cloud/)).toBeFocused()
  await expect(box(page, /^Public cloud/)).toHaveAccessibleName(`Public cloud (${found.split(' ')[0]})`)
  await expectAccessible(page)
}
async function when_they_tick_another_and_untick_it(page: Page) {
  const one = (await heading(page).textContent())!
  await opened(page, 'Capability')
  await box(page, /^Appointments Management - GP/).check()
  await expect(page).toHaveURL(/cap=C5/)
  await expect(heading(page)).not.toHaveText(one)
  await box(page, /^Appointments Management - GP/).uncheck()
  await expect(heading(page)).toHaveText(one)
  await expect(page).not.toHaveURL(/cap=/)
}
async function when_they_go_back(page: Page) {
  await page.goBack()
  await expect(page).toHaveURL(/cap=C5/)
  await expect(box(page, /^Appointments Management - GP/)).toBeChecked()
  await page.goBack()
  await page.goBack()
}
async function then_the_list_is_as_it_was(page: Page) {
  await expect(page).toHaveURL(/\/modules$/)
  await expect(heading(page)).toHaveText(before)
  await opened(page, 'Hosting')
  await expect(box(page, /^Public cloud/)).not.toBeChecked()
}
async function then_the_address_alone_shows_the_same(page: Page) {
  await box(page, /^Public cloud/).check()
  await expect(heading(page)).not.toHaveText(before)
  const live = (await heading(page).textContent())!
  await page.reload()
  await expect(heading(page)).toHaveText(live)
}
