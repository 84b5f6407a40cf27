import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { endStated } from '@/prisma/factories/full-switch-way'
import { expect, expectAccessible, test } from '../support/journey'
import { aFullSwitch } from './full-situations'
import { pressAs } from './full-steps'
import { openAs } from './situations'

test('a switch that went through every gate is closed by the commissioner', async ({ page }) => {
  test.setTimeout(180_000)
  const { of, s } = await aFullSwitch('legacy-read-only', -110)
  await endStated(s)
  await openAs(page, of.approver, s.id)
  await expect(page.getByRole('main')).toContainText('There is no deletion certificate')
  await expectAccessible(page)
  await openAs(page, of.losingSignatory, s.id)
  await page.getByLabel('SHA-256 of the deletion certificate').fill(sha256Hex('certificate'))
  await page.getByLabel('Day of the deletion').fill(dayOf(now()))
  await page.getByRole('button', { name: 'Certify the deletion' }).click()
  await expect(page.getByRole('status')).toContainText('The deletion is certified')
  await pressAs(page, of.manager, s.id, 'Seal the evidence', /./)
  const title = 'the old system is not needed any more'
  await pressAs(page, of.manager, s.id, `Sign as practice manager: ${title}`, 'You have signed')
  await pressAs(page, of.approver, s.id, `Sign as commissioner: ${title}`, 'You have signed')
  await pressAs(page, of.approver, s.id, 'Close the switch', 'The switch is closed')
  await page.goto(`/switches/${s.id}/timeline`)
  const stages = page.getByRole('table', { name: 'Stages of the switch' })
  for (const stage of ['Case made', 'Mobilised', 'Ready for cut-over', 'Records frozen', 'Old system read-only'])
    await expect(stages).toContainText(stage)
  await expectAccessible(page)
})
