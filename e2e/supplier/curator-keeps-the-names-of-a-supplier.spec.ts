import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

const brand = 'OpenPath Clinical'

test('a curator keeps another name of a supplier, and a second supplier cannot have it', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  await openSupplier(page, brand)
  await expectAccessible(page)
  const form = page.getByRole('form', { name: 'Keep the name' })
  await form.getByLabel('Kind of name').selectOption('Former name')
  await form.getByLabel('Name', { exact: true }).fill('Pathway Systems')
  await form.getByLabel('Last day').fill('2020-12-31')
  await form.getByRole('button', { name: 'Keep the name' }).click()
  await expect(page.getByRole('status')).toContainText('The name is kept')
  await expect(page.getByRole('region', { name: 'Names' })).toContainText('31 December 2020')
  await expectAccessible(page)
  await openSupplier(page, 'Meridian Health Systems')
  await form.getByLabel('Name', { exact: true }).fill('PATHWAY SYSTEMS LTD')
  await form.getByLabel('Kind of name').selectOption('Trading name')
  await form.getByRole('button', { name: 'Keep the name' }).click()
  await expect(page.getByRole('alert').first()).toContainText('it would be ambiguous')
})

/** The list is long by now: a curator asks for the one they want. */
async function openSupplier(page: Page, name: string): Promise<void> {
  await page.goto('/assurance/suppliers')
  const list = page.getByRole('form', { name: /^Narrow the list/ })
  await list.getByLabel('Words').fill(name)
  await list.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name }).click()
}
