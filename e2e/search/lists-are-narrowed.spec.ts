import { createShortlist } from '@/lib/comparison/create-shortlist'
import { now } from '@/lib/platform/clock'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

const list = (page: Page) => page.getByRole('form', { name: /^Narrow the list/ })

async function ask(page: Page, words: string, state?: string): Promise<void> {
  await list(page).getByLabel('Words').fill(words)
  if (state) await list(page).getByLabel('State').selectOption({ label: state })
  await list(page).getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/q=/)
}

/** Axe is a script: it looks only where scripts run. */
async function suppliersAreNarrowed(page: Page, withScript: boolean): Promise<void> {
  await signInAs(page, 'curator@authority.example')
  await page.goto('/assurance/suppliers')
  await expect(page.getByText(/^(1 to 50 of )?\d+ suppliers$/)).toBeVisible()
  await ask(page, 'clinical openpath', 'Active')
  await expect(page.getByText(/^1 of \d+ suppliers/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'OpenPath Clinical' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Meridian Health Systems' })).toHaveCount(0)
  await expect(list(page).getByLabel('Words')).toHaveValue('clinical openpath')
  await ask(page, 'nobody of that name')
  await expect(page.getByText('No supplier answers this.')).toBeVisible()
  if (withScript) await expectAccessible(page)
  await page.getByRole('link', { name: /^Show all \d+ suppliers/ }).click()
  await expect(page.getByText(/^(1 to 50 of )?\d+ suppliers$/)).toBeVisible()
  await expect(page).toHaveURL(/suppliers$/)
}

test('a curator narrows the suppliers, and undoes it', async ({ page }) => suppliersAreNarrowed(page, true))

test('anyone narrows the standards by words and state', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/standards')
  await ask(page, 'clinical safety', 'In use')
  await expect(page.getByRole('region', { name: 'Standards and their versions' })).toContainText(
    'Clinical Safety (S25)',
  )
  await expect(page.getByText(/ of \d+ standards/)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(page)
})

test('a buyer narrows the shortlists and is led back', async ({ page }) => {
  const manager = await person.practiceManager((await organisation.practice()).id)
  for (const name of ['Telephones', 'Appointments'])
    await value(createShortlist(contextOf(manager, now()), { name, description: null }))
  await signInAs(page, manager.userId)
  await page.goto('/shortlists')
  await ask(page, 'phones')
  await expect(page.getByText('1 of 2 shortlists')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Appointments' })).toHaveCount(0)
  await ask(page, 'no such shortlist')
  await expect(page.getByText('No shortlist answers this.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Show (all \d+ shortlists|the one shortlist)/ }).click()
  await expect(page.getByRole('table', { name: 'Shortlists of your organisation' })).toBeVisible()
})

test('a list of nothing has no form, and says how it begins', async ({ page }) => {
  await signInAs(page, 'manager@hillside.example')
  await page.goto('/switches')
  await expect(page.getByText('There is no switch yet.')).toBeVisible()
  await expect(list(page)).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the suppliers are narrowed all the same', async ({ page }) => suppliersAreNarrowed(page, false))
  test('a manager narrows the call-offs', async ({ page }) => {
    await signInAs(page, 'manager@riverside.example')
    await page.goto('/call-offs')
    await ask(page, 'reports', 'Signed')
    await expect(page.getByRole('region', { name: 'Your call-offs' })).toContainText('Meridian Reports')
    await ask(page, 'reports', 'Draft')
    await expect(page.getByText('No call-off answers this.')).toBeVisible()
  })
})
