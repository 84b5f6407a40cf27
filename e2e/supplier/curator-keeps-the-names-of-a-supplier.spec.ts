import { expect, expectAccessible, signInAs, test } from '../support/journey'

const brand = 'OpenPath Clinical'

test('a curator keeps another name of a supplier, and a second supplier cannot have it', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  await page.goto('/assurance/suppliers')
  await page.getByRole('link', { name: brand }).click()
  await expectAccessible(page)
  const form = page.getByRole('form', { name: 'Keep the name' })
  await form.getByLabel('Kind of name').selectOption('Former name')
  await form.getByLabel('Name', { exact: true }).fill('Pathway Systems')
  await form.getByLabel('Last day').fill('2020-12-31')
  await form.getByRole('button', { name: 'Keep the name' }).click()
  await expect(page.getByRole('status')).toContainText('The name is kept')
  await expect(page.getByRole('region', { name: 'Names' })).toContainText('31 December 2020')
  await expectAccessible(page)
  await page.goto('/assurance/suppliers')
  await page.getByRole('link', { name: 'Meridian Health Systems' }).click()
  await form.getByLabel('Name', { exact: true }).fill('PATHWAY SYSTEMS LTD')
  await form.getByLabel('Kind of name').selectOption('Trading name')
  await form.getByRole('button', { name: 'Keep the name' }).click()
  await expect(page.getByRole('alert').first()).toContainText('it would be ambiguous')
})
