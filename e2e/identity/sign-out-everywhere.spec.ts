import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, portalAddress, signInAs, test } from '../support/journey'

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
