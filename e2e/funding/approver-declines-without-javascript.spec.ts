import { db, drainJobs, expect, signInAs, test } from '../support/journey'
import { anOrderThatWaitsForMoney } from './situations'

test.use({ javaScriptEnabled: false })

test('without JavaScript an approver declines with a reason; the money is free and the order a draft again', async ({
  page,
}) => {
  const { of, requestId, callOffId } = await anOrderThatWaitsForMoney()
  await signInAs(page, of.approver.userId)
  await page.goto(`/funding/${requestId}`)
  await page.getByText('Decline instead').click()
  await page.getByLabel('Why is it declined?').selectOption('other')
  await page.getByLabel('In words, for those who asked').fill('Too short here')
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(page.getByRole('alert').first()).toContainText('30 characters or more')
  await expect(page.getByLabel('In words, for those who asked')).toHaveValue('Too short here')
  if (!(await page.getByLabel('In words, for those who asked').isVisible()))
    await page.getByText('Decline instead').click()
  await page.getByLabel('In words, for those who asked').fill('We have to wait for the regional plan of next spring.')
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('The request is declined')
  await drainJobs()
  await signInAs(page, of.manager.userId)
  await page.goto(`/call-offs/${callOffId}`)
  await expect(page.getByRole('button', { name: 'Ask for funding' })).toBeVisible()
  expect(
    await db.budgetLine.aggregate({ where: { organisationId: of.commissioner.id }, _sum: { reservedPence: true } }),
  ).toEqual({ _sum: { reservedPence: 0n } })
  expect(await db.mailMessage.count({ where: { subject: 'Your funding request is declined' } })).toBeGreaterThan(0)
})
