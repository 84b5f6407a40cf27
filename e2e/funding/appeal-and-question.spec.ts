import { drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { anOrderThatWaitsForMoney } from './situations'

const words = 'The present contract ends before the next plan, so it cannot wait until spring.'

test('declined, then appealed: who declined cannot decide again, another approver approves', async ({ page }) => {
  const { of, requestId, callOffId } = await anOrderThatWaitsForMoney()
  await open(page, of.approver.userId, requestId)
  await page.getByText('Decline instead').click()
  await page.getByLabel('Why is it declined?').selectOption('not-a-priority')
  await page.getByLabel('In words, for those who asked').fill(words)
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('The request is declined')
  await drainJobs()
  await open(page, of.manager.userId, requestId)
  await page.getByText('Appeal against this decision').click()
  await page.getByLabel('What the decision overlooked').fill(words)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Appeal', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Another approver decides')
  await expect(async () => {
    await drainJobs()
    await page.goto(`/call-offs/${callOffId}`)
    await expect(page.getByRole('button', { name: 'Ask for funding' })).toHaveCount(0)
  }).toPass({ timeout: 30_000 })
  await open(page, of.approver.userId, requestId)
  await expect(page.getByText('You declined this request. Another approver decides on the appeal.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await open(page, of.second.userId, requestId)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText('The request is approved')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('returned with a question and answered: the queue says who has it', async ({ page }) => {
    const { of, requestId } = await anOrderThatWaitsForMoney()
    await open(page, of.approver.userId, requestId)
    await page.getByText('Return with a question').click()
    await page.getByLabel('Your question.').fill('short')
    await page.getByRole('button', { name: 'Return', exact: true }).click()
    await expect(page.getByRole('alert').first()).toContainText('10 characters or more')
    if (!(await page.getByLabel('Your question.').isVisible())) await page.getByText('Return with a question').click()
    await page.getByLabel('Your question.').fill('Is the training in the price?')
    await page.getByRole('button', { name: 'Return', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('Its clock stands')
    await page.goto('/funding')
    await expect(page.getByRole('row', { name: /Returned with a question/ })).toContainText('The clock stands')
    await open(page, of.manager.userId, requestId)
    await expect(page.getByText('Is the training in the price?')).toBeVisible()
    await page.getByLabel('Your answer').fill('Yes, two days of it.')
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await expect(page.getByRole('status')).toContainText('The clock runs again')
    await open(page, of.approver.userId, requestId)
    await expect(page.getByText('Yes, two days of it.')).toBeVisible()
    await page.getByRole('button', { name: 'Approve' }).click()
    await expect(page.getByRole('status')).toContainText('The request is approved')
  })
})

async function open(page: Page, personId: string, requestId: string) {
  await signInAs(page, personId)
  await page.goto(`/funding/${requestId}`)
}
