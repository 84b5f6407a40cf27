import { now } from '@/lib/platform/clock'
import { savedComparison } from '@/prisma/factories/full-switch'
import { expect, expectAccessible, test } from '../support/journey'
import { aNewSwitch } from './full-situations'
import { pressAs, stateAs } from './full-steps'
import { openAs } from './situations'

test('a manager states what is needed and what it costs, signs, and makes the case', async ({ page }) => {
  const { of, s } = await aNewSwitch()
  const missing = page.getByRole('region', { name: 'What is needed: Make the case' })
  await openAs(page, of.manager, s.id)
  await expect(missing).toContainText('No need is stated')
  await expectAccessible(page)

  await stateAs(page, of.manager, s.id, 'What the practice needs', {
    'What does the practice need': 'A record in a browser',
  })
  await stateAs(page, of.manager, s.id, 'What the switch costs once', {
    'Charges of the system that is left': '2,928',
    'Costs of the move itself': '1500',
  })
  await expect(missing).toContainText('The switch costs £4,428.00 once: 35.1 % of a year of the system that is left')
  const comparison = await savedComparison(of, now())
  await stateAs(page, of.manager, s.id, 'The plan that was chosen', {}, { 'Saved comparison': comparison })
  await expectAccessible(page)

  await expect(page.getByRole('button', { name: 'Make the case' })).toHaveCount(0)
  await pressAs(page, of.manager, s.id, 'Sign as practice manager: the case is made', 'You have signed')
  await pressAs(page, of.manager, s.id, 'Make the case', 'The switch has moved on')
  await expect(page.getByRole('main')).toContainText('The case is made. The commissioner and both suppliers sign')
  await expectAccessible(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('what is stated wrong comes back with its reason, and nothing is lost', async ({ page }) => {
    const { of, s } = await aNewSwitch()
    await openAs(page, of.manager, s.id)
    await page.locator('summary', { hasText: 'State: What the practice needs' }).click()
    const form = page.getByRole('form', { name: 'State: What the practice needs' })
    await form.getByLabel('What does the practice need').fill('As for 943 476 5919')
    await form.getByRole('button').click()
    await expect(page.getByRole('alert').first()).toContainText('could be an NHS number')
    await expect(form.getByLabel('What does the practice need')).toHaveValue('As for 943 476 5919')
    await form.getByLabel('What does the practice need').fill('A record in a browser')
    await form.getByRole('button').click()
    await expect(page.getByRole('table', { name: 'Facts as they are stated' })).toContainText('A record in a browser')
  })
})
