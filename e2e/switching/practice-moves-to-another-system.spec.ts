import type { Parties } from '@/prisma/factories/contract'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { aPracticeThatWantsToMove, openAs } from './situations'
import { theSwitchGoesLive, when_the_manager_opens_and_orders } from './steps'

test('a practice moves to another system, from the contract until it is live', async ({ page }) => {
  test.setTimeout(180_000)
  const { of, gaining } = await aPracticeThatWantsToMove()
  const id = await when_the_manager_opens_and_orders(page, of, gaining.id)
  await theSwitchGoesLive(page, of, id, gaining.id)
  await then_everybody_reads_the_same(page, of, id)
})

async function then_everybody_reads_the_same(page: Page, of: Parties, id: string) {
  for (const person of [of.manager, of.approver, of.losingSignatory, of.gainingSignatory]) {
    await openAs(page, person, id)
    await expect(page.getByText(/The practice works in the new system since/)).toBeVisible()
  }
  await expectAccessible(page)
  await page.goto(`/switches/${id}/timeline`)
  await expect(page.getByRole('table', { name: 'Stages of the switch' })).toContainText('goes on')
  await expectAccessible(page)
  await page.goto('/switches')
  await expect(page.getByRole('table', { name: /Switches/ })).toContainText('Live, old system read-only')
  await expectAccessible(page)
  await page.goto('/contracts')
  await expectAccessible(page)
}
