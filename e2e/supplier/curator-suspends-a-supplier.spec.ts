import { expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'
import { aPublishedModule } from './situations'

const brand = 'Oakmoor Systems'
const name = 'Oakmoor Messages'
const reason = 'Its insurance has ended and was not renewed'

test('a curator suspends a supplier: buyers read why, nothing of it can be bought; then it is listed again', async ({
  page,
}) => {
  const { moduleId } = await aPublishedModule(brand, name)
  await when_it_is_suspended(page)
  await then_a_buyer_sees_only_the_status_and_why(page, moduleId)
  await when_it_is_reinstated(page)
  await signOut(page)
  await page.goto(`/modules/${moduleId}`)
  await expect(page.getByText(reason)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /price/i }).first()).toBeVisible()
})

async function when_it_is_suspended(page: Page) {
  await signInAs(page, 'curator@authority.example')
  await page.goto(`/assurance/suppliers?q=${encodeURIComponent(brand)}`)
  await page.getByText(`Suspend ${brand}`).click()
  const form = page.getByRole('form', { name: `Suspend ${brand}` })
  await form.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByRole('alert').first()).toContainText('at least 20 characters')
  await form.getByLabel('Reason').fill(reason)
  await form.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByRole('status')).toContainText('The supplier is suspended')
  await expectAccessible(page)
}

async function then_a_buyer_sees_only_the_status_and_why(page: Page, moduleId: string) {
  await signInAs(page, 'manager@riverside.example')
  await page.goto('/modules?q=Oakmoor')
  await expect(page.getByRole('link', { name })).toHaveCount(0)
  expect(await (await page.request.get('/api/suggestions?q=oakm')).text()).not.toContain('Oakmoor')
  expect(await (await page.request.get('/api/v1/suppliers?limit=100')).text()).not.toContain(brand)
  expect((await page.request.get(`/api/v1/modules/${moduleId}`)).status()).toBe(404)
  await page.goto(`/modules/${moduleId}`)
  await expect(page.getByText(reason)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Important: Supplier suspended' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /price/i })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /shortlist/i })).toHaveCount(0)
  await expectAccessible(page)
}

async function when_it_is_reinstated(page: Page) {
  await signInAs(page, 'curator@authority.example')
  await page.goto(`/assurance/suppliers?q=${encodeURIComponent(brand)}`)
  await page.getByText(`Reinstate ${brand}`).click()
  const form = page.getByRole('form', { name: `Reinstate ${brand}` })
  await form.getByLabel('Reason').fill('Its insurance is in place once more')
  await form.getByRole('button', { name: 'Reinstate' }).click()
  await expect(page.getByRole('status')).toContainText('listed again')
}
