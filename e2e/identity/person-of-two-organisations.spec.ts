import { dateFromDay } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

async function aManagerOfTwoPractices() {
  const one = await organisation.practice({ name: `One ${newId().slice(0, 6)}` })
  const two = await organisation.practice({ name: `Two ${newId().slice(0, 6)}` })
  const { userId } = await person.practiceManager(one.id)
  const grant = { id: newId(), personId: userId, organisationId: two.id, role: 'practice-manager' }
  await db.grant.create({ data: { ...grant, validFrom: dateFromDay('2021-01-01') } })
  return { one, two, userId }
}

test('a person of two organisations changes the one they act for, and stays on the page', async ({ page }) => {
  const { one, two, userId } = await aManagerOfTwoPractices()
  await signInAs(page, userId)
  await page.goto('/shortlists?done=')
  await then_they_act_for(page, one.id)
  await expectAccessible(page)
  await when_they_change_to(page, two.id)
  await then_they_act_for(page, two.id)
  await expect(page).toHaveURL(/\/shortlists\?done=$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the change works before any script', async ({ page }) => {
    const { one, two, userId } = await aManagerOfTwoPractices()
    await signInAs(page, userId)
    await page.goto('/account')
    await then_they_act_for(page, one.id)
    await when_they_change_to(page, two.id)
    await then_they_act_for(page, two.id)
  })
})

async function when_they_change_to(page: Page, id: string) {
  await page.getByLabel('You act for').selectOption(id)
  await page.getByRole('button', { name: 'Change' }).click()
  await page.waitForLoadState()
}
async function then_they_act_for(page: Page, id: string) {
  await expect(page.getByLabel('You act for')).toHaveValue(id)
}
