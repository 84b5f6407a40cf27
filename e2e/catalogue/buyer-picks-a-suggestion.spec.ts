import { expect, expectAccessible, type Page, test } from '../support/journey'

test('a buyer picks a suggestion with the keyboard alone, and can ignore them all', async ({ page }) => {
  await given_the_list(page)
  await when_they_type_a_name(page)
  await then_suggestions_open_and_pass_axe(page)
  await when_they_choose_with_the_arrows(page)
  await then_escape_closes_and_enter_searches(page)
})

const field = (page: Page) => page.getByRole('combobox', { name: 'Search', exact: true })

async function given_the_list(page: Page) {
  await page.goto('/modules')
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
}
async function when_they_type_a_name(page: Page) {
  await field(page).pressSequentially('openpa')
}
async function then_suggestions_open_and_pass_axe(page: Page) {
  await expect(page.getByRole('option', { name: 'OpenPath Record Module' })).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
}
async function when_they_choose_with_the_arrows(page: Page) {
  const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
  await field(page).press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  const at = (await options.allTextContents()).findIndex((text) => text.startsWith('OpenPath Record'))
  for (let i = 0; i < at; i++) await field(page).press('ArrowDown')
  await field(page).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('OpenPath Record')
}
async function then_escape_closes_and_enter_searches(page: Page) {
  await page.goto('/modules')
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
  await field(page).pressSequentially('prescri')
  await expect(page.getByRole('option', { name: 'Prescribing Capability', exact: true })).toBeVisible()
  await field(page).press('Escape')
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toHaveCount(0)
  await field(page).press('Enter')
  await expect(page).toHaveURL(/q=prescri/)
}
