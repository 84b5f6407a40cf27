import { expect, signInAs, test } from '../support/journey'

test('after a refused form the keyboard stands at the summary of what went wrong, and its link leads to the field', async ({
  page,
}) => {
  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/people')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  const summary = page.getByRole('alert').first()
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: 'Enter the full name' }).press('Enter')
  await expect(page.getByLabel('Full name')).toBeFocused()
})
