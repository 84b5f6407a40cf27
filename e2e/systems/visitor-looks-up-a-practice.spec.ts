import { expect, expectAccessible, signInAs, test } from '../support/journey'

test('a visitor finds a practice and reads its public facts', async ({ page }) => {
  await page.goto('/systems')
  await expect(page.getByText('npm run import -- practices')).toBeVisible()
  await page.getByLabel('Find a practice').fill('riverside')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.locator('a[href="/systems/DEMO01"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Riverside Surgery')
  await expect(page.getByText('This practice is invented for the demonstration.')).toBeVisible()
  await expectAccessible(page)
})

test('a practice manager sees their own practice first', async ({ page }) => {
  await signInAs(page, 'manager@riverside.example')
  await page.goto('/systems')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Riverside Surgery')
  await expect(page.getByRole('heading', { name: 'What else the practice could have' })).toBeVisible()
  await expectAccessible(page)
})

test('a code that no practice has is not found', async ({ page }) => {
  expect((await page.request.get('/systems/Z99999')).status()).toBe(404)
  expect((await page.request.get('/systems/%27;--')).status()).toBe(404)
})
