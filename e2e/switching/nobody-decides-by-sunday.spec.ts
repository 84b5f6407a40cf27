import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { rollBackAtDeadline } from '@/lib/switching/roll-back-at-deadline'
import { contextOf } from '@/lib/testing/context'
import { expect, expectAccessible, test } from '../support/journey'
import { anUndecidedSwitch } from './full-situations'
import { pressAs } from './full-steps'
import { openAs } from './situations'

test('a switch goes back on Sunday at 15:00 because nobody decided, and begins again', async ({ page }) => {
  const { of, s } = await anUndecidedSwitch()
  await rollBackAtDeadline(contextOf(system, now())) // the portal's own worker may have been faster
  await openAs(page, of.partner, s.id)
  await expect(page.getByRole('main')).toContainText('passed without a decision, so the switch went back by itself')
  await expect(page.getByRole('button', { name: 'Begin again' })).toHaveCount(0)
  await expectAccessible(page)
  await pressAs(page, of.manager, s.id, 'Begin again', 'The switch has moved on')
  await expect(page.getByRole('main')).toContainText('The practice and the suppliers prepare the trial load')
  await expect(page.getByRole('main')).toContainText('Switch begun again after a roll-back')
})
