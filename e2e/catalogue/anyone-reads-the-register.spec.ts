import { expect, expectAccessible, type Page, test } from '../support/journey'

test('anyone reads why a module bears its label, today and on a past day', async ({ page }) => {
  await given_the_register(page)
  await when_they_open_an_entry(page)
  await then_each_line_says_why(page)
  await then_machines_get_the_same(page)
})

async function given_the_register(page: Page) {
  await page.goto('/register')
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('Fernhill Practice Suite')).toContainText('Not assessed')
  await expect(row('Willowbank Triage Desk')).toContainText('Suspended')
  await expect(row('OpenPath Record')).toContainText('Conformant')
  await expectAccessible(page)
}
async function when_they_open_an_entry(page: Page) {
  await page.getByRole('link', { name: 'Stonebridge GP' }).click()
}
async function then_each_line_says_why(page: Page) {
  await expect(page.getByText('It may be bought once each open point is acknowledged')).toBeVisible()
  await expect(page.getByRole('row', { name: /S28\/WHOLE/ })).toContainText('Being worked off')
  await expectAccessible(page)
  const address = page.url()
  await page.goto(`${address}?asOf=2019-01-01`)
  await expect(page.getByText('No decision to list it has been made').first()).toBeVisible()
  await page.goto(`${address}?asOf=2999-01-01`)
  await expect(page.getByText('Enter today or a past day as year-month-day')).toBeVisible()
  await page.goto(address)
}
async function then_machines_get_the_same(page: Page) {
  const address = new URL(page.url()).pathname
  const json = await page.request.get(`${address}.json`)
  expect(json.status()).toBe(200)
  expect((await json.json()).label.kind).toBe('work-off')
  expect((await page.request.get(`${address}.json?asOf=2999-01-01`)).status()).toBe(400)
  expect((await page.request.get(`${address}9.json`)).status()).toBe(404)
}

test('a suspended module shows its status and reason, and nothing to buy', async ({ page }) => {
  await page.goto('/modules?q=Willowbank+Triage+Desk')
  await page.getByRole('link', { name: 'Willowbank Triage Desk', exact: true }).click()
  await expect(page.getByText('This module cannot be bought at present.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'List prices' })).toHaveCount(0)
  await expectAccessible(page)
})
