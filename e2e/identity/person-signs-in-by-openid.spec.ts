import { db, expect, type Page, test } from '../support/journey'

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

test('S1: who signs with an organisation proves again who they are there: the provider asks anew', async ({ page }) => {
  await when_they_come_back_from_the_provider(page, 'manager@riverside.example')
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await page.goto('/account/prove?back=/account')
  const before = new Date()
  await page.getByRole('button', { name: 'Sign in again with your organisation' }).click()
  await page.locator('input[name=login]').fill('manager@riverside.example')
  await page.locator('input[name=password]').fill('any')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  const person = { email: 'manager@riverside.example' }
  const newest = await db.session.findFirstOrThrow({ where: { person }, orderBy: { createdAt: 'desc' } })
  expect(newest.provedAt.getTime()).toBeGreaterThan(before.getTime() - 2_000)
})

async function when_they_come_back_from_the_provider(page: Page, subject: string) {
  await page.goto('/sign-in?back=/account')
  await page.getByRole('button', { name: 'Sign in with your organisation' }).click()
  await page.locator('input[name=login]').fill(subject)
  await page.locator('input[name=password]').fill('any')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await page.getByRole('button', { name: /continue/i }).click()
}
