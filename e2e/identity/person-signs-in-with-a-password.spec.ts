import { expect, expectAccessible, type Page, test } from '../support/journey'

const wrong = 'The email address or password is not right'

test('a person signs in with a password, sees their sessions and signs out', async ({ page }) => {
  await when_they_sign_in(page, 'manager@riverside.example', 'demonstration')
  await then_they_are_known(page)
  await when_they_open_their_account(page)
  await then_they_can_sign_out(page)
})

test('a wrong pair says the same sentence whoever exists', async ({ page }) => {
  await when_they_sign_in(page, 'director@northbank.example', 'not the password')
  await expect(page.getByRole('alert').first()).toContainText(wrong)
  await when_they_sign_in(page, 'nobody@nowhere.example', 'not the password')
  await expect(page.getByRole('alert').first()).toContainText(wrong)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('signing in and out works before any script', async ({ page }) => {
    await when_they_sign_in(page, 'partner@riverside.example', 'demonstration')
    await page.getByRole('link', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  })
})

async function when_they_sign_in(page: Page, email: string, password: string) {
  await page.goto('/sign-in?back=/account')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
async function then_they_are_known(page: Page) {
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Riverside Surgery')
}
async function when_they_open_their_account(page: Page) {
  await expect(page.getByText('This browser')).toBeVisible()
  await expectAccessible(page)
}
async function then_they_can_sign_out(page: Page) {
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
}
