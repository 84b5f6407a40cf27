import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, test } from '../support/journey'

test('a person who has forgotten their password names a new one by the link of a letter', async ({ page }) => {
  const email = `forgets-${Date.now()}@test.example`
  await person.practiceManager((await organisation.practice({ name: 'Forgetful Surgery' })).id, { email })
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'You have forgotten your password' }).click()
  await expectAccessible(page)
  await page.getByLabel('Email address').fill('nobody-here@test.example')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('status')).toContainText('If an account has this address')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect.poll(() => db.mailMessage.count({ where: { recipient: email } })).toBe(1)
  const { body } = await db.mailMessage.findFirstOrThrow({ where: { recipient: email } })
  await page.goto(/\/new-password\S+/.exec(body)![0])
  await expectAccessible(page)
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').first()).toContainText('12 characters or more')
  await page.getByLabel('New password').fill('river window seven')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Your new password holds')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('river window seven')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('Forgetful Surgery')
})
