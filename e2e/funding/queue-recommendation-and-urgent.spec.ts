import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { supersedeSetting } from '@/lib/settings/supersede-setting'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { callOffIn } from '@/prisma/factories/call-off'
import { person } from '@/prisma/factories/person'
import { drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { anOrderThatWaitsForMoney, openPath } from './situations'

const words = 'The present contract ends before the next plan, so it cannot wait until spring.'

/** The payer asks for a recommendation of everything above a penny. */
async function aCarefulPayer() {
  const situation = await anOrderThatWaitsForMoney()
  const payerId = situation.of.commissioner.id
  const finance = await person.with('finance-officer', payerId)
  await value(
    supersedeSetting(contextOf(finance, now()), {
      organisationId: payerId,
      key: 'recommended-above',
      seen: '',
      value: '0.01',
      from: dayOf(now()),
      source: 'Board paper of the journey',
      verifiedOn: null,
    }),
  )
  return { ...situation, recommender: await person.with('funding-recommender', payerId) }
}

test('P3, B6: the queue marks the like, the meter shows this request, and a recommendation opens the approval', async ({
  page,
}) => {
  const { of, requestId, recommender } = await aCarefulPayer()
  await callOffIn('awaiting-funding', of, await openPath())
  await signInAs(page, of.approver.userId)
  await page.goto('/funding')
  await expect(page.getByText('2 waiting for a decision, 0 overdue.')).toBeVisible()
  await expect(page.getByText('1 more for the like')).toHaveCount(2)
  await expectAccessible(page)
  await open(page, of.approver.userId, requestId)
  await expect(page.getByRole('img', { name: /this request £.*left £/ }).first()).toBeVisible()
  await expect(page.getByText('somebody must recommend the request first')).toBeVisible()
  const pack = await page.request.get(`/funding/${requestId}/pack.json`)
  expect(await pack.json()).toMatchObject({ schema: 'decision-pack/2' })
  await expectAccessible(page)
  await open(page, recommender.userId, requestId)
  await page.getByLabel('Why you recommend it').fill(words)
  await page.getByRole('button', { name: 'Recommend' }).click()
  await expect(page.getByRole('status')).toContainText('Your recommendation is recorded')
  await open(page, of.approver.userId, requestId)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText('The request is approved')
})

test('D3: what is urgent needs no recommendation, and somebody else reviews it afterwards', async ({ page }) => {
  const { of, requestId } = await aCarefulPayer()
  await open(page, of.manager.userId, requestId)
  await page.getByText('It cannot wait', { exact: true }).click()
  await page.getByLabel('Why it cannot wait').fill(words)
  await page.getByRole('button', { name: 'Mark as urgent' }).click()
  await expect(page.getByRole('status')).toContainText('marked as urgent')
  await signInAs(page, of.approver.userId)
  await page.goto('/funding')
  await expect(page.getByRole('row', { name: /Urgent/ })).toHaveCount(1)
  await open(page, of.approver.userId, requestId)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('A review is due on')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Record the review' })).toHaveCount(0)
  await open(page, of.second.userId, requestId)
  await page.getByLabel('It could not wait').check()
  await page.getByLabel('In words').fill(words)
  await page.getByRole('button', { name: 'Record the review' }).click()
  await expect(page.getByText('Reviewed: it could not wait.')).toBeVisible()
})

test('a stranger finds neither the request nor its pack', async ({ page }) => {
  const { requestId } = await anOrderThatWaitsForMoney()
  await drainJobs()
  await signInAs(page, 'approver@southbank.example')
  expect((await page.request.get(`/funding/${requestId}/pack.json`)).status()).toBe(404)
  expect((await page.request.get(`/funding/${requestId}`)).status()).toBe(404)
})

async function open(page: Page, personId: string, requestId: string): Promise<void> {
  await signInAs(page, personId)
  await page.goto(`/funding/${requestId}`)
}
