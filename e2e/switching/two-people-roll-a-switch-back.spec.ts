import { bringTo } from '@/prisma/factories/switch-in'
import { expect, expectAccessible, test } from '../support/journey'
import { anOpenSwitch, openAs } from './situations'

test('a switch goes back when one person proposes it and another signs', async ({ page }) => {
  const { of, story } = await anOpenSwitch()
  await bringTo(story, 'loaded')
  await openAs(page, of.manager, story.id)
  await page.getByText('Go back to the old system').click()
  const reason = page.getByLabel('Reason')
  await reason.fill('Lost allergies of 943 476 5919 and others')
  await page.getByRole('button', { name: 'Propose to go back' }).click()
  await expect(page.getByRole('alert').first()).toContainText('could be an NHS number')
  await reason.fill('The final load lost the allergies of a whole branch surgery')
  await page.getByRole('button', { name: 'Propose to go back' }).click()
  await expect(page.getByRole('status')).toContainText('Another person must sign it')
  await expect(page.getByRole('button', { name: 'Sign the roll-back' })).toHaveCount(0)
  await expectAccessible(page)
  await openAs(page, of.partner, story.id)
  await page.getByRole('button', { name: 'Sign the roll-back' }).click()
  await expect(page.getByRole('main')).toContainText('The practice went back to the old system: The final load lost')
  await expectAccessible(page)
})
