import { db, expect, type Page, signInAs, test } from '../support/journey'
import { anOrderThatWaitsForMoney } from './situations'

test('two approvers press approve at once: one approval, and the other is told', async ({ page }) => {
  const { of, requestId } = await anOrderThatWaitsForMoney()
  const other = await page.context().newPage()
  await openAs(page, of.approver.userId, requestId)
  await openAs(other, of.second.userId, requestId)
  await Promise.all([page, other].map((p) => p.getByRole('button', { name: 'Approve' }).click()))
  await expect(
    page.getByText(/The request is approved|Somebody changed this record|cannot be done now/).first(),
  ).toBeVisible()
  await expect(
    other.getByText(/The request is approved|Somebody changed this record|cannot be done now/).first(),
  ).toBeVisible()
  expect(await db.event.count({ where: { name: 'FundingApproved', aboutId: requestId } })).toBe(1)
  const told = await Promise.all([page, other].map((p) => p.getByText('The request is approved').count()))
  expect(told.reduce((a, b) => a + b, 0)).toBe(1)
})

async function openAs(page: Page, personId: string, requestId: string) {
  await signInAs(page, personId)
  await page.goto(`/funding/${requestId}`)
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible()
}
