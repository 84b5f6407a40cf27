import { hashPassword } from '@/lib/identity/password'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, portalAddress, signInAs, test } from '../support/journey'

test('signing out everywhere ends the other browser too', async ({ page, journeyBrowser }) => {
  const { userId } = await person.practiceManager((await organisation.practice()).id)
  const other = await (await journeyBrowser.newContext({ baseURL: portalAddress() })).newPage()
  await signInAs(page, userId)
  await signInAs(other, userId)
  await other.goto('/account')
  await expect(other.getByRole('form', { name: /^End the session/ })).toHaveCount(1)
  await page.goto('/account')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in\?back=%2Faccount$/)
  await other.context().close()
})

test('one of several sessions is ended from another', async ({ page, journeyBrowser }) => {
  const { userId } = await person.practiceManager((await organisation.practice()).id)
  const other = await (await journeyBrowser.newContext({ baseURL: portalAddress() })).newPage()
  await signInAs(other, userId)
  await signInAs(page, userId)
  await page.goto('/account')
  await page
    .getByRole('form', { name: /^End the session/ })
    .getByRole('button')
    .click()
  await expect(page.getByRole('status')).toContainText('That session is signed out')
  await other.goto('/account')
  await expect(other).toHaveURL(/\/sign-in/)
  await other.context().close()
})

test('a form sent after the session has ended leads to signing in, and back', async ({ page }) => {
  const { userId } = await person.practiceManager((await organisation.practice()).id)
  const passwordHash = await hashPassword('three odd words together')
  const { email } = await db.person.update({ where: { id: userId }, data: { passwordHash } })
  await signInAs(page, userId)
  await page.goto('/account')
  await db.session.deleteMany({ where: { personId: userId } })
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('three odd words together')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})
