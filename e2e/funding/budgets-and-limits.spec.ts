import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, signInAs, test } from '../support/journey'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('finance sets a budget and changes it; an approver lends a limit; a stranger finds nothing', async ({
      page,
    }) => {
      const payer = await organisation.commissioner()
      const finance = await person.with('finance-officer', payer.id)
      const lender = await person.approver(payer.id, 5_000_000n)
      await person.approver(payer.id, 1n, { name: 'Robin Deputy' })
      await signInAs(page, finance.userId)
      await page.goto('/funding/budgets')
      await expect(page.getByText('No budget is set yet')).toBeVisible()
      await page.getByLabel('Stream').selectOption('LOCAL')
      await page.getByLabel('Allocation in pounds').fill('12,000.50')
      await page.getByLabel('Why, for the record').fill('As the board decided')
      await page.getByRole('button', { name: 'Set the budget' }).click()
      await expect(page.getByRole('status')).toContainText('The allocation is set')
      await expect(page.getByRole('img', { name: /Of £12,000.50: Spent £0.00/ })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      const address = page.url()
      await page.getByLabel('Allocation in pounds').fill('much')
      await page.getByRole('button', { name: 'Change the allocation' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Enter the allocation in pounds')
      await signInAs(page, lender.userId)
      await page.goto('/funding/delegations')
      await page.getByLabel('To whom').selectOption({ label: 'Robin Deputy' })
      await page.getByLabel('Limit in pounds').fill('50,000')
      await page.getByLabel('Last day').fill(addDays(dayOf(now()), 7))
      await page.getByLabel('Why, for the record').fill('A week of leave')
      await page.getByRole('button', { name: 'Lend the limit' }).click()
      await expect(page.getByRole('status')).toContainText('The limit is lent')
      await expect(page.getByRole('row', { name: /Robin Deputy.*£50,000.00/ })).toContainText('Counts today')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'End the loan to Robin Deputy' }).click()
      await expect(page.getByRole('status')).toContainText('The loan is ended')
      const stranger = await person.with('finance-officer', (await organisation.commissioner()).id)
      await signInAs(page, stranger.userId)
      expect((await page.goto(address))?.status()).toBe(404)
    })
  })
