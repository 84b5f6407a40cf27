import { newId } from '@/lib/platform/ids'
import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { anOrderThatWaitsForMoney } from './situations'

test('a person who asked for the money cannot approve it, whatever roles they hold', async ({ page }) => {
  const { of, requestId } = await anOrderThatWaitsForMoney()
  await given_the_requester_is_an_approver_too(of.manager.userId, of.commissioner.id)
  await signInAs(page, of.manager.userId)
  await page.goto(`/funding/${requestId}`)
  await expect(page.getByText('You cannot decide a request you made yourself.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await expectAccessible(page)
  await then_a_forged_form_is_refused(page, of.second.userId, of.manager.userId, requestId)
})

async function given_the_requester_is_an_approver_too(personId: string, organisationId: string) {
  await db.grant.create({
    data: {
      id: newId(),
      personId,
      organisationId,
      role: 'funding-approver',
      limitPence: 500_000_000n,
      validFrom: new Date('2020-01-01'),
    },
  })
}

/** The form of somebody who may is sent with the session of the one who may not: the command asks the same policy. */
async function then_a_forged_form_is_refused(page: Page, approverId: string, requesterId: string, requestId: string) {
  await signInAs(page, approverId)
  await page.goto(`/funding/${requestId}`)
  await signInAs(page, requesterId)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('alert').first()).toContainText('You cannot decide a request you made yourself')
  expect(await db.event.count({ where: { name: 'FundingApproved', aboutId: requestId } })).toBe(0)
}
