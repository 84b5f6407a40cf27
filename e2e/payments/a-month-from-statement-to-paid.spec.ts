import { poundsWords } from '@/lib/platform/money'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { aStatement, drawUpAgain } from './situations'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    // Eight pages are looked at for accessibility, each of which may take its time on a busy machine.
    test.setTimeout(240_000)

    test('a month goes from its statement, 1 p over and corrected, to released, transferred and paid', async ({
      page,
    }) => {
      const { of, id } = await aStatement()
      const { netPence, grossPence } = await db.invoice.findUniqueOrThrow({ where: { id } })
      const accessible = async () => (javaScriptEnabled ? await expectAccessible(page) : undefined)

      await signInAs(page, of.editor.userId)
      await page.goto('/supplier/payments')
      await accessible()
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Statement/ })
        .last()
        .click()
      await expect(page.getByRole('main')).toContainText('Next: Supplier editor or signatory')
      await accessible()
      await submitOwn(page, poundsWords(netPence + 1n).slice(1))
      await expect(page.getByRole('table', { name: 'What does not match' })).toContainText('Price')
      await expect(page.getByRole('main')).toContainText('The supplier, by submitting the frozen price')
      await accessible()
      await submitOwn(page, poundsWords(netPence).slice(1))
      await expect(page.getByRole('status').first()).toContainText('The invoice matches')

      await signInAs(page, of.finance.userId)
      await page.goto('/funding/money')
      await expect(page.getByRole('table', { name: 'Match queue, oldest first' })).toContainText('Matched')
      await accessible()
      await page.goto(`/invoices/${id}`)
      await expect(page.getByRole('button', { name: 'Confirm receipt and approve' })).toHaveCount(0)
      await expect(page.getByRole('main')).toContainText(
        'Only somebody of the paying organisation who confirms receipt',
      )

      await signInAs(page, of.delivery.userId)
      await page.goto(`/invoices/${id}`)
      await accessible()
      await page.getByRole('button', { name: 'Confirm receipt and approve' }).click()
      await expect(page.getByRole('status').first()).toContainText('Receipt is confirmed')
      await expect(page.getByRole('main')).toContainText('Only a finance officer of the paying organisation')

      await signInAs(page, of.finance.userId)
      await page.goto(`/invoices/${id}`)
      await expect(page.getByRole('main')).toContainText('confirmed is not one at Stripe')
      await accessible()
      await page.getByRole('button', { name: 'Release the payment' }).click()
      await expect(page.getByRole('status').first()).toContainText('released for payment')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('INV-000001')
      await page.getByLabel('Reference').fill('BACS-77')
      await page.getByRole('button', { name: 'Record the transfer' }).click()
      await expect(page.getByRole('status').first()).toContainText('The bank transfer is recorded')
      await accessible()

      await signInAs(page, of.signatory.userId)
      await page.goto(`/invoices/${id}`)
      await page.getByRole('button', { name: `Yes, ${poundsWords(grossPence)} came` }).click()
      await expect(page.getByRole('status').first()).toContainText('It counts as paid')
      await expect(page.getByRole('main')).toContainText('Nothing is left to do.')
      await accessible()
      await page.goto('/supplier/payments')
      await expect(page.getByRole('table', { name: 'Payouts, the newest first' })).toContainText('Arrived')

      await signInAs(page, of.manager.userId)
      await page.goto('/invoices?state=paid')
      await expect(page.getByRole('table', { name: 'Invoices, the newest month first' })).toContainText('INV-000001')
      await accessible()
      expect(await (await page.request.get('/invoices/invoices.csv')).text()).toContain('INV-000001')

      await drainJobs()
      await drawUpAgain(of)
      expect(await db.invoice.count({ where: { contractId: of.contractId, state: 'paid' } })).toBe(1)
      expect(
        await db.mailMessage.count({
          where: { recipient: { in: await addressesOf(of.finance.userId) }, subject: 'An invoice is paid' },
        }),
      ).toBe(1)
    })
  })

test('a stranger finds no invoice, no money page and no pay run', async ({ page }) => {
  const { id } = await aStatement()
  await signInAs(page, 'manager@hillside.example')
  for (const path of [`/invoices/${id}`, '/funding/money', '/supplier/payments', '/invoices/not-an-id'])
    expect((await page.goto(path))?.status(), path).toBe(404)
  await page.goto('/invoices')
  await expect(page.getByRole('main')).toContainText('There is no invoice yet')
  await page.context().clearCookies()
  expect((await page.request.get('/invoices/invoices.csv')).status()).toBe(404)
})

async function submitOwn(page: Page, amount: string): Promise<void> {
  await page.getByText('Submit lines of your own').click()
  await page.getByLabel('Amount without VAT, in pounds').fill(amount)
  await page.getByRole('button', { name: 'Submit these lines' }).click()
}

const addressesOf = async (id: string) =>
  (await db.person.findMany({ where: { id }, select: { email: true } })).map(({ email }) => email)
