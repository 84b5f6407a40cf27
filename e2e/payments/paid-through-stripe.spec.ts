import { readFileSync } from 'node:fs'
import { reconcileStripe } from '@/lib/payments/stripe/reconcile-stripe'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { poundsWords } from '@/lib/platform/money'
import { contextOf } from '@/lib/testing/context'
import { type Billing, invoice } from '@/prisma/factories/billing'
import { db, drainJobs, expect, expectAccessible, goByMenu, type Page, signInAs, test } from '../support/journey'
import { canary } from '../support/stripe'
import { madeAtStripe, movePayout, payOut, stripe, stripeTells } from './at-stripe'
import { aStatement } from './situations'

let runs = 0
// Both tell what Stripe has to tell, and count it: one after the other.
test.describe.configure({ mode: 'serial' })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test.setTimeout(240_000)

    test('an invoice is paid through Stripe, and its payout arrives and comes back', async ({ page }) => {
      const { of, id } = await aStatement({ hasAccount: false })
      const { grossPence } = await db.invoice.findUniqueOrThrow({ where: { id } })
      const seen: string[] = []
      const look = async (isNew = false) => {
        if (isNew && javaScriptEnabled) await expectAccessible(page)
        seen.push(await page.content())
      }

      await when_the_supplier_enters_its_account_and_a_second_person_confirms_it(page, of, look)
      await invoice.matched(of.editor, id, now())
      await invoice.approved(of.delivery, id, now())
      await when_finance_releases_it_on_stripe(page, of, id, look)
      await then_it_lies_at_stripe(id, grossPence)

      const customer = await madeAtStripe('customer', of.payerId)
      await stripe().testHelpers.customers.fundCashBalance(customer, { amount: Number(grossPence), currency: 'gbp' })
      await then_only_what_stripe_signed_is_taken()
      await page.goto(`/invoices/${id}`)
      await expect(page.getByRole('table', { name: 'What came in' })).toContainText(poundsWords(grossPence))
      await expect(page.getByRole('main')).toContainText('Nothing is left to do.')
      await look()
      await then_the_same_told_again_changes_nothing(id)

      await then_the_payout_is_seen_to_arrive_and_to_come_back(page, of, look)
      await then_ledger_and_stripe_agree(page, of, grossPence, look)
      await then_no_secret_was_said(seen)
    })
  })

type Look = (isNew?: boolean) => Promise<void>

async function when_the_supplier_enters_its_account_and_a_second_person_confirms_it(
  page: Page,
  of: Billing,
  look: Look,
): Promise<void> {
  await signInAs(page, of.signatory.userId)
  await page.goto('/supplier/payments')
  await page.getByRole('link', { name: 'Where you are paid' }).click()
  await expect(page.getByRole('main')).toContainText('No account is entered yet')
  await look(true)
  await page.getByText('Enter the account').first().click()
  await page.getByLabel('Stripe', { exact: true }).check()
  await page.getByLabel('Name on the account').fill('Meridian Health Ltd')
  await page.getByRole('button', { name: 'Enter the account' }).click()
  await expect(page.getByRole('status').first()).toContainText('A second person of your organisation must confirm it')
  await expect(page.getByRole('main')).toContainText('You entered this account yourself')
  await look(true)

  await signInAs(page, of.second.userId)
  await page.goto('/supplier/payments/account')
  await page.getByRole('button', { name: 'Confirm the account' }).click()
  await expect(page.getByRole('status').first()).toContainText('The account is confirmed')
  await look(true)
  await drainJobs()
}

async function when_finance_releases_it_on_stripe(page: Page, of: Billing, id: string, look: Look): Promise<void> {
  await signInAs(page, of.finance.userId)
  await page.goto(`/invoices/${id}`)
  await page.getByLabel('Stripe', { exact: true }).check()
  await look(true)
  await page.getByRole('button', { name: 'Release the payment' }).click()
  await expect(page.getByRole('status').first()).toContainText('released for payment')
  await look()
  await drainJobs()
}

async function then_it_lies_at_stripe(id: string, grossPence: bigint): Promise<void> {
  expect(await stripe().invoices.retrieve(await madeAtStripe('invoice', id))).toMatchObject({
    status: 'open',
    total: Number(grossPence),
    collection_method: 'send_invoice',
  })
}

async function then_only_what_stripe_signed_is_taken(): Promise<void> {
  const known = await db.stripeEvent.count()
  const tampered = await stripeTells({ tampered: true })
  expect(new Set(tampered)).toEqual(new Set([400]))
  expect(await db.stripeEvent.count()).toBe(known)
  expect(new Set(await stripeTells())).toEqual(new Set([200]))
  expect(await db.stripeEvent.count()).toBe(known + tampered.length)
  await drainJobs()
}

/** Of this invoice alone: other stories move other invoices meanwhile. */
async function then_the_same_told_again_changes_nothing(id: string): Promise<void> {
  const counted = async () => [
    await db.moneyReceipt.count({ where: { invoiceId: id } }),
    await db.supplierShare.count({ where: { invoiceId: id } }),
    await db.event.count({ where: { aboutId: id } }),
  ]
  const before = await counted()
  expect(new Set(await stripeTells({ again: true }))).toEqual(new Set([200]))
  await drainJobs()
  expect(await counted()).toEqual(before)
}

async function then_the_payout_is_seen_to_arrive_and_to_come_back(page: Page, of: Billing, look: Look): Promise<void> {
  const account = await madeAtStripe('account', of.supplierId)
  const payout = await payOut(account)
  await signInAs(page, of.second.userId)
  for (const [to, words] of [
    ['in_transit', 'On its way'],
    ['paid', 'Arrived'],
    ['failed', 'Came back'],
  ] as const) {
    await movePayout(account, payout, to)
    await stripeTells()
    await drainJobs()
    await page.goto('/supplier/payments')
    await expect(page.getByRole('table', { name: 'Payouts, the newest first' })).toContainText(words)
    await look()
  }
}

async function then_ledger_and_stripe_agree(page: Page, of: Billing, gross: bigint, look: Look): Promise<void> {
  // Once a day only, and the night of today may be over: each run compares on a day of its own.
  runs += 1
  await reconcileStripe(contextOf(system, new Date(now().getTime() + runs * 86_400_000)))
  await signInAs(page, of.finance.userId)
  await page.goto('/funding/money')
  await page.getByRole('link', { name: 'Ledger and Stripe' }).click()
  const own = page.getByRole('table', { name: 'Comparisons, newest first' }).getByRole('row', { name: 'Received' })
  await expect(own.first()).toContainText('Agrees')
  await expect(own.first().getByText(poundsWords(gross))).toHaveCount(2)
  await look(true)

  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/settings')
  await goByMenu(page, 'Gateways')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gateways')
  await look(true)
  await page.getByRole('link', { name: 'Ledger and Stripe' }).click()
  await expect(page.getByRole('main')).toContainText('Nothing that Stripe told is put aside.')
  await expect(page.getByText('Differs')).toHaveCount(0)
  await look(true)
}

async function then_no_secret_was_said(seen: string[]): Promise<void> {
  const kept = { events: await db.event.findMany(), letters: await db.mailMessage.findMany() }
  const said = JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  const log = readFileSync(process.env.PORTAL_LOG!, 'utf8')
  expect(log, 'the log is the portal’s').toContain('Ready on')
  for (const text of [...seen, said, log]) expect(text).not.toContain(canary)
}
