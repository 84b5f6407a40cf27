import { exitItems, exitKeys } from '@/lib/contracts/ends/exit-item'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { expect, type Page, signInAs, test } from '../support/journey'
import { aContractThatEndsIn, letTheNightPass } from './situations'

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } })

test('nobody decided: the contract expires, is held over, wound up by its list and closed; it never renews', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const { of, id } = await aContractThatEndsIn(-2)
  await letTheNightPass()
  await openAs(page, of.approver, `/contracts/${id}`)
  await expect(page.getByRole('main')).toContainText('Expired')
  await expect(page.getByRole('main')).toContainText('Use after the end is unfunded use')
  await page.getByRole('link', { name: 'Notice, hold-over and exit of this contract' }).click()
  await expect(page.getByRole('button', { name: 'Hold the contract over' })).toHaveCount(0)
  await openAs(page, of.requester, `/contracts/${id}/end`)
  await page.getByText('Hold the contract over', { exact: true }).first().click()
  await page.getByLabel('Last day of the hold-over').fill(addDays(dayOf(now()), 200))
  await page.getByLabel('Reason').fill('The new system is ready in a month, not before')
  await page.getByRole('button', { name: 'Ask for the money' }).click()
  await expect(page.getByRole('alert').first()).toContainText('at most 90 days after its end')
  await page.getByLabel('Last day of the hold-over').fill(addDays(dayOf(now()), 30))
  await page.getByRole('button', { name: 'Ask for the money' }).click()
  await expect(page.getByRole('main')).toContainText('The payer is asked for the money')
  await openAs(page, of.approver, '/funding')
  await page
    .getByRole('link', { name: /hold-over of contract TEST-1/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText('approved')
  await page.getByRole('link', { name: 'How it ends' }).click()
  await page.getByRole('button', { name: 'Hold the contract over' }).click()
  await expect(page.getByRole('main')).toContainText('The contract is held over')
  await page.getByText('Start the exit', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Start the exit' }).click()
  await expect(page.getByRole('main')).toContainText('The exit has started')
  await expect(page.getByRole('button', { name: 'Close the contract' })).toHaveCount(0)
  const people = { practice: of.manager, supplier: of.losingSignatory, payer: of.approver }
  for (const key of exitKeys) {
    const { side, words } = exitItems[key]
    await openAs(page, people[side], `/contracts/${id}/end`)
    await page.getByText(`Record: ${words}`).click()
    const form = page.getByRole('form', { name: words })
    await form.getByLabel('What shows it').fill('Report 17 of the supplier')
    await form.getByRole('button', { name: 'Record as done' }).click()
    await expect(page.getByRole('main')).toContainText('It is recorded as done')
  }
  await openAs(page, of.approver, `/contracts/${id}/end`)
  await page.getByRole('button', { name: 'Close the contract' }).click()
  await expect(page.getByRole('main')).toContainText('The contract is closed')
})

async function openAs(page: Page, person: { userId: string }, path: string) {
  await signInAs(page, person.userId)
  await page.goto(path)
}
