import { person } from '@/prisma/factories/person'
import { expect, signInAs, test } from '../support/journey'
import { anOrderThatWaitsForMoney } from './situations'

test('an approver above their limit is told so; the one whose limit reaches approves', async ({ page }) => {
  const { of, requestId } = await anOrderThatWaitsForMoney()
  const small = await person.approver(of.commissioner.id, 3_731_237n)
  const enough = await person.approver(of.commissioner.id, 3_731_238n)
  await signInAs(page, small.userId)
  await page.goto(`/funding/${requestId}`)
  await expect(page.getByText('This amount is above your delegated limit of £37,312.37.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await signInAs(page, enough.userId)
  await page.goto(`/funding/${requestId}`)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText('The request is approved')
})
