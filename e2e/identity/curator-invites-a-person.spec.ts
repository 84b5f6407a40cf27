import { newId } from '@/lib/platform/ids'
import { db, expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'

const word = 'three odd words together'

test('a curator invites a person, who chooses a password and sees the organisation', async ({ page }) => {
  const email = `nora.${newId().slice(0, 8)}@northbank.example`
  await signInAs(page, 'curator@authority.example')
  await when_the_curator_invites(page, email)
  const link = await when_the_curator_reads_the_letter(page, email)
  await signOut(page)
  await when_the_person_takes_the_link(page, link)
  await then_they_sign_in_and_see_where_they_belong(page, email)
  await then_the_link_is_closed(page, link)
})

test('who has an account already takes a role with one button, and the password stays', async ({ page }) => {
  const known = await db.person.findUniqueOrThrow({ where: { email: 'privacy@northbank.example' } })
  await signInAs(page, 'curator@authority.example')
  await when_the_curator_invites(page, known.email)
  const link = await when_the_curator_reads_the_letter(page, known.email)
  await signOut(page)
  await page.goto(link)
  await expect(page.getByText('This address has an account already')).toBeVisible()
  await expect(page.getByLabel('Choose your password')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take the role' }).click()
  await expect(page.getByRole('status')).toContainText('You have taken the invitation')
  const after = await db.person.findUniqueOrThrow({ where: { id: known.id }, include: { grants: true } })
  expect(after.passwordHash).toBe(known.passwordHash)
  expect(after.grants.map((g) => g.role).sort()).toEqual(['data-protection-officer', 'funding-approver'])
})

async function when_the_curator_invites(page: Page, email: string) {
  await page.goto('/admin/people')
  await expectAccessible(page)
  await page.getByLabel('Full name').fill('Nora North')
  await page.getByLabel('Email address', { exact: true }).fill(email)
  const option = page.getByLabel('Organisation').locator('option', { hasText: 'North Bank CCG' })
  await page.getByLabel('Organisation').selectOption((await option.getAttribute('value'))!)
  await page.getByLabel('Role', { exact: true }).selectOption('funding-approver')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter the limit')
  await expect(page.getByLabel('Full name')).toHaveValue('Nora North')
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('funding-approver')
  await expectAccessible(page)
  await page.getByLabel('Delegated limit in pounds').fill('25,000')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('status')).toContainText('on its way')
}

async function when_the_curator_reads_the_letter(page: Page, email: string): Promise<string> {
  await page.goto('/admin/mail')
  const letter = page.locator('details', { hasText: email }).first()
  await letter.locator('summary').click()
  await expectAccessible(page)
  return /\/invitation\?token=[\w-]+/.exec(await letter.innerText())![0]
}

async function when_the_person_takes_the_link(page: Page, link: string) {
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText('North Bank CCG')
  await expectAccessible(page)
  await page.getByLabel('Choose your password').fill('too short')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('alert').first()).toContainText('12 characters or more')
  await expectAccessible(page)
  await page.getByLabel('Choose your password').fill(word)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('status')).toContainText('You have taken the invitation')
  await expectAccessible(page)
}

async function then_they_sign_in_and_see_where_they_belong(page: Page, email: string) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(word)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('North Bank CCG')
  await page.goto('/account')
  await expect(page.getByRole('main')).toContainText('Funding approver')
}

async function then_the_link_is_closed(page: Page, link: string) {
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This invitation is no longer open' })).toBeVisible()
  await expectAccessible(page)
}
