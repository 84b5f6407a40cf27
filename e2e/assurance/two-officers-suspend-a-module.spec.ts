import { drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { proposalForm } from './steps'

const moduleName = 'Calder Rota'

test('two officers suspend a module and lift it again; one alone cannot', async ({ page }) => {
  await when_an_officer_proposes(page, 'Suspend it')
  await then_it_is_still_on_sale(page)
  await when_another_seconds(page, 'officer2@authority.example')
  await then_it_is_suspended(page)
  await when_an_officer_proposes(page, 'Lift its suspension')
  await when_another_seconds(page, 'officer2@authority.example')
  await then_others_do_not_see_the_desk(page)
})

async function when_an_officer_proposes(page: Page, what: string) {
  await signInAs(page, 'officer1@authority.example')
  await page.goto('/assurance/decisions')
  await expectAccessible(page)
  await page.getByLabel('Module', { exact: true }).selectOption({ label: `${moduleName} 3.0.0` })
  await page.getByRole('radio', { name: what }).check()
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(page.getByText('Give the reason in at least 20 characters').first()).toBeVisible()
  await proposalForm(page).getByLabel('Reason').fill('Rotas of two practices were shown to a third practice')
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(page.getByText('Your proposal waits for a second officer.')).toBeVisible()
  await expect(page.getByText('You proposed this: another officer must second it.')).toBeVisible()
  await expectAccessible(page)
}
async function then_it_is_still_on_sale(page: Page) {
  await page.goto('/modules?q=Calder+Rota')
  await page.getByRole('link', { name: moduleName, exact: true }).click()
  await expect(page.getByRole('heading', { name: 'List prices' })).toBeVisible()
}
async function when_another_seconds(page: Page, email: string) {
  await signInAs(page, email)
  await page.goto('/assurance/decisions')
  await page
    .getByRole('region', { name: new RegExp(moduleName) })
    .getByRole('button')
    .click()
  await expect(page.getByText('The decision is made and in force.')).toBeVisible()
}
async function then_it_is_suspended(page: Page) {
  await page.goto('/modules?q=Calder+Rota')
  await page.getByRole('link', { name: moduleName, exact: true }).click()
  await expect(page.getByText('This module cannot be bought at present.')).toBeVisible()
  await drainJobs()
  await page.goto('/modules?standing=suspended')
  await expect(page.getByRole('link', { name: moduleName, exact: true })).toBeVisible()
}
async function then_others_do_not_see_the_desk(page: Page) {
  await signInAs(page, 'manager@riverside.example')
  expect((await page.goto('/assurance/decisions'))?.status()).toBe(404)
}
