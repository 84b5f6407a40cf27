import { expect, type Page, test } from '../support/journey'

test('a person signs in at an OpenID provider that has verified their address', async ({ page }) => {
  await when_they_come_back_from_the_provider(page, 'manager@riverside.example')
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('manager@riverside.example')
})

test('an address that the provider has not verified signs nobody in', async ({ page }) => {
  await when_they_come_back_from_the_provider(page, 'director@northbank.example')
  await expect(page.getByRole('alert').first()).toContainText('No account here belongs to that identity')
})

test('a stranger with a verified address is nobody here', async ({ page }) => {
  await when_they_come_back_from_the_provider(page, 'stranger@elsewhere.example')
  await expect(page.getByRole('alert').first()).toContainText('No account here belongs to that identity')
})

async function when_they_come_back_from_the_provider(page: Page, subject: string) {
  await page.goto('/sign-in?back=/account')
  await page.getByRole('button', { name: 'Sign in with your organisation' }).click()
  await page.locator('input[name=login]').fill(subject)
  await page.locator('input[name=password]').fill('any')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await page.getByRole('button', { name: /continue/i }).click()
}
