import { demoOrderId } from '@/prisma/seed/seed-order'
import { expect, expectAccessible, signInAs, test } from '../support/journey'

test('the demonstration shows a paid, an issued, a matched invoice and a statement to all three sides', async ({
  page,
}) => {
  for (const email of ['finance@northbank.example', 'manager@riverside.example', 'editor@meridian.example']) {
    await signInAs(page, email)
    await page.goto('/invoices')
    const invoices = page.getByRole('table', { name: 'Invoices, the newest month first' })
    for (const state of ['Statement', 'Matched', 'Issued', 'Paid'])
      await expect(invoices.getByText(state, { exact: true }), `${email}: ${state}`).toBeVisible()
  }
  await page.goto('/supplier/payments')
  await expect(page.getByRole('main')).toContainText('GB999999973')
  await signInAs(page, 'finance@northbank.example')
  await page.goto('/funding/money')
  await expect(page.getByRole('status')).toContainText('The ledger and the invoices agree')
  await expectAccessible(page)
  await signInAs(page, 'manager@riverside.example')
  await page.goto(`/call-offs/${demoOrderId}`)
  await expect(page.getByRole('main')).toContainText('Meridian Reports')
  await page.goto('/contracts')
  await page.getByRole('link', { name: 'Meridian Reports' }).click()
  await page.getByRole('link', { name: 'Invoices of this contract' }).click()
  await expect(page.getByRole('status')).toContainText('4 invoices')
})
