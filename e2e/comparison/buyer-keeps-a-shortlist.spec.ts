import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

test('a practice manager keeps a shortlist; a stranger cannot open it', async ({ page }) => {
  const name = `Triage ${Date.now()}`
  await given_a_manager_on_a_module(page)
  await when_they_start_a_shortlist(page, name)
  await then_the_module_is_on_it(page, name)
  await when_they_add_another(page, name)
  await then_they_can_compare_and_remove(page)
  await then_a_stranger_finds_nothing(page, name)
})

async function given_a_manager_on_a_module(page: Page) {
  await signInAs(page, 'manager@riverside.example')
  await page.goto('/modules?q=Willowbank+Online+Consult')
  await page.getByRole('link', { name: 'Willowbank Online Consult', exact: true }).click()
  await expectAccessible(page)
}
async function when_they_start_a_shortlist(page: Page, name: string) {
  await page.getByRole('link', { name: 'Start a new shortlist with this module' }).click()
  await page.getByRole('button', { name: 'Start the shortlist' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter a name')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Start the shortlist' }).click()
}
async function then_the_module_is_on_it(page: Page, name: string) {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.getByRole('row', { name: /Willowbank Online Consult/ })).toBeVisible()
  await expectAccessible(page)
}
async function when_they_add_another(page: Page, name: string) {
  await page.goto('/modules?q=OpenPath+Record')
  await page.getByRole('link', { name: 'OpenPath Record', exact: true }).click()
  await page.getByLabel('Shortlist', { exact: true }).selectOption({ label: name })
  await page.getByRole('button', { name: 'Add to this shortlist' }).click()
  await expect(page.getByText('The module is on the shortlist.')).toBeVisible()
}
async function then_they_can_compare_and_remove(page: Page) {
  const address = page.url()
  await page.getByRole('link', { name: 'Compare these modules' }).click()
  await expect(page.getByRole('columnheader', { name: 'OpenPath Record' })).toBeVisible()
  await page.goto(address)
  await page.getByRole('form', { name: 'Remove OpenPath Record' }).getByRole('button').click()
  await expect(page.getByText('The module is off the shortlist.')).toBeVisible()
}
async function then_a_stranger_finds_nothing(page: Page, name: string) {
  const address = page.url()
  await signInAs(page, 'manager@hillside.example')
  const answer = await page.goto(address)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  await page.goto('/shortlists')
  await expect(page.getByText(name)).toHaveCount(0)
  await expectAccessible(page)
}
