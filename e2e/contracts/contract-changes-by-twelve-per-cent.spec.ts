import { approveFunding } from '@/lib/funding/approve-funding'
import { now } from '@/lib/platform/clock'
import { contextOf } from '@/lib/testing/context'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { aContractThatEndsIn } from './situations'

test('a contract changed by 12 % is funded, signed by both, and waits for its UK10', async ({ page }) => {
  test.setTimeout(180_000)
  const { of, id } = await aContractThatEndsIn(400)
  await openAs(page, of.losingSignatory, id)
  await expect(page.getByRole('main')).toContainText('No change has been proposed')
  await page.getByText('Propose a change', { exact: true }).click()
  await page.getByLabel('The price or the quantity').check()
  await page.getByLabel('Cost over the whole life, in pounds').fill('224,000')
  await page.getByLabel('Reason').fill('too short')
  await page.getByRole('button', { name: 'Propose the change' }).click()
  await expect(page.getByRole('alert').first()).toContainText('at least 30 characters')
  await expectAccessible(page)
  await page.getByLabel('Reason').fill('The practice has grown by twelve per cent since the start')
  await page.getByRole('button', { name: 'Propose the change' }).click()
  await expect(page.getByRole('status')).toContainText('The change is proposed')
  await expect(async () => {
    await drainJobs()
    await openAs(page, of.requester, id)
    await expect(page.getByRole('main')).toContainText('Waiting for funding', { timeout: 1_000 })
  }).toPass()
  await page.getByRole('button', { name: 'Ask for the money' }).click()
  await expect(page.getByRole('status')).toContainText('The payer is asked for the money')
  const { fundingRequestId } = await db.contractChange.findFirstOrThrow({ where: { contractId: id } })
  const approver = { ...of.approver, grants: of.approver.grants.map((g) => ({ ...g, limitPence: 100_000_000n })) }
  const approved = await approveFunding(contextOf(approver, now()), { id: fundingRequestId!, version: 1, reason: '' })
  expect(approved.ok).toBe(true)
  await expect(async () => {
    await drainJobs()
    await openAs(page, of.losingSignatory, id)
    await expect(page.getByRole('main')).toContainText('Waiting for signatures', { timeout: 1_000 })
  }).toPass()
  for (const by of [of.losingSignatory, of.approver]) {
    await openAs(page, by, id)
    await page.getByRole('button', { name: 'Sign the change' }).click()
    await expect(page.getByRole('status')).toContainText('Your signature stands')
  }
  await page.getByRole('button', { name: 'Put the change into effect' }).click()
  await expect(page.getByRole('alert').first()).toContainText('A contract change notice (UK10) must be published first')
  await expectAccessible(page)
  await page.getByLabel('Reference of the contract change notice (UK10)').fill('2026/S 000-012345')
  await page.getByRole('button', { name: 'Record the notice' }).click()
  await expect(page.getByRole('status')).toContainText('The contract change notice is recorded')
  await page.getByRole('button', { name: 'Put the change into effect' }).click()
  await expect(page.getByRole('status')).toContainText('The change is in effect')
  await expect(page.getByRole('table', { name: 'Versions of this contract' })).toContainText('£224,000.00')
  await expectAccessible(page)
})

async function openAs(page: Page, person: { userId: string }, id: string) {
  await signInAs(page, person.userId)
  await page.goto(`/contracts/${id}/changes`)
}
