import { newId } from '@/lib/platform/ids'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, type Page, portalAddress, signInAs, test } from '../support/journey'

async function anApprover() {
  const name = `Approver ${newId().slice(0, 8)}`
  const { userId } = await person.approver((await organisation.commissioner()).id, 10_000_000n, { name })
  return { name, userId }
}

test('a curator takes a role away with a reason, and it is gone at once', async ({ page, journeyBrowser }) => {
  const { name, userId } = await anApprover()
  const theirs = await (await journeyBrowser.newContext({ baseURL: portalAddress() })).newPage()
  await signInAs(theirs, userId)
  await theirs.goto('/account')
  await expect(theirs.getByRole('main')).toContainText('Funding approver')
  await signInAs(page, 'curator@authority.example')
  await when_the_curator_asks_for_it(page, name)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take the role away' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Say in 10 characters or more')
  await expectAccessible(page)
  await when_the_curator_says_why(page)
  await theirs.reload()
  await expect(theirs.getByRole('main')).not.toContainText('Funding approver')
  await theirs.context().close()
})

test('the own role of curator cannot be taken away', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/people')
  await expectAccessible(page)
  await when_the_curator_asks_for_it(page, 'Sam Doyle')
  await expect(page.getByRole('main')).toContainText('Ask another curator')
  await expect(page.getByRole('button', { name: 'Take the role away' })).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('it works before any script, refusal included', async ({ page }) => {
    const { name, userId } = await anApprover()
    await signInAs(page, 'curator@authority.example')
    await when_the_curator_asks_for_it(page, name)
    await page.getByRole('button', { name: 'Take the role away' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Say in 10 characters or more')
    await when_the_curator_says_why(page)
    expect(await db.grant.findFirst({ where: { personId: userId } })).toMatchObject({
      endReason: 'They have left the organisation',
    })
  })
})

async function when_the_curator_asks_for_it(page: Page, name: string) {
  await page.goto(`/admin/people?q=${encodeURIComponent(name)}`)
  await page
    .getByRole('link', { name: /^Take away/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Take this role away?' })).toBeVisible()
}
async function when_the_curator_says_why(page: Page) {
  await page.getByLabel('Why?').fill('They have left the organisation')
  await page.getByRole('button', { name: 'Take the role away' }).click()
  await expect(page.getByRole('status')).toContainText('The role is taken away')
}
