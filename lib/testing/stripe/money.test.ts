import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from './emulator'
import { billed, partyOf, refusal } from './story'

let emulator: Emulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startEmulator({ now: 1_772_445_600 })
  stripe = emulator.client()
}, 120_000)
afterAll(() => emulator.close())

describe('what Stripe refuses', () => {
  it.each(['sk_live_x', 'pk_test_x', 'nothing'])('E5: the key %s is 401, and is not said again', async (key) => {
    const error = await refusal(emulator.client(key).customers.list())
    expect(error).toMatchObject({ statusCode: 401, type: 'StripeAuthenticationError' })
    expect(error.message).not.toContain(key)
  })

  it('E6: a final invoice takes no items and no second finalize', async () => {
    const party = await partyOf(stripe)
    const invoice = await billed(stripe, party, [500])
    const item = { customer: party.customer, invoice: invoice.id, amount: 1, currency: 'gbp' }
    expect(await refusal(stripe.invoiceItems.create(item))).toMatchObject({ code: 'invoice_not_editable' })
    expect(await refusal(stripe.invoices.finalizeInvoice(invoice.id))).toMatchObject({ code: 'invoice_not_editable' })
  })

  it('E7: a part leaves the invoice open and lies in the cash balance; the rest pays it', async () => {
    const party = await partyOf(stripe)
    const invoice = await billed(stripe, party, [1_000])
    const fund = (amount: number) =>
      stripe.testHelpers.customers.fundCashBalance(party.customer, { amount, currency: 'gbp' })
    await fund(400)
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'open', amount_remaining: 1_000 })
    expect(await stripe.customers.retrieveCashBalance(party.customer)).toMatchObject({ available: { gbp: 400 } })
    await fund(650)
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid' })
    expect(await stripe.customers.retrieveCashBalance(party.customer)).toMatchObject({ available: { gbp: 50 } })
  })

  it('E8: the transfers of a payment are never more than the payment', async () => {
    const party = await partyOf(stripe)
    const plain = await stripe.invoices.create({
      customer: party.customer,
      collection_method: 'send_invoice',
      days_until_due: 1,
    })
    await stripe.invoiceItems.create({ customer: party.customer, invoice: plain.id, amount: 1_000, currency: 'gbp' })
    await stripe.invoices.finalizeInvoice(plain.id)
    await stripe.testHelpers.customers.fundCashBalance(party.customer, { amount: 1_000, currency: 'gbp' })
    const [payment] = (await stripe.invoicePayments.list({ invoice: plain.id })).data
    const intent = await stripe.paymentIntents.retrieve(payment!.payment.payment_intent as string)
    const transfer = (amount: number) =>
      stripe.transfers.create({
        amount,
        currency: 'gbp',
        destination: party.account,
        source_transaction: intent.latest_charge as string,
      })
    await transfer(700)
    expect(await refusal(transfer(301))).toMatchObject({ statusCode: 400, param: 'amount' })
    await transfer(300)
    expect(await refusal(transfer(1))).toMatchObject({ statusCode: 400 })
  })

  it('N16: a refund leaves the transfer where it is; its reversal is another act', async () => {
    const party = await partyOf(stripe)
    const invoice = await billed(stripe, party, [900])
    await stripe.testHelpers.customers.fundCashBalance(party.customer, { amount: 900, currency: 'gbp' })
    const [transfer] = (await stripe.transfers.list({ destination: party.account })).data
    await stripe.refunds.create({ charge: transfer!.source_transaction as string })
    expect(emulator.balanceOf(party.account)).toBe(900)
    await stripe.transfers.createReversal(transfer!.id, { amount: 900 })
    expect(emulator.balanceOf(party.account)).toBe(0)
    expect(await refusal(stripe.transfers.createReversal(transfer!.id, { amount: 1 }))).toMatchObject({
      param: 'amount',
    })
    expect(invoice.status).toBe('open')
  })

  it('a credit note lowers what is open and never more than that', async () => {
    const party = await partyOf(stripe)
    const invoice = await billed(stripe, party, [900])
    await stripe.creditNotes.create({ invoice: invoice.id, amount: 400 })
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ amount_remaining: 500, status: 'open' })
    expect(await refusal(stripe.creditNotes.create({ invoice: invoice.id, amount: 501 }))).toMatchObject({
      param: 'amount',
    })
    await stripe.invoices.pay(invoice.id, { paid_out_of_band: true })
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid', amount_paid_off_stripe: 500 })
    expect(await refusal(stripe.invoices.voidInvoice(invoice.id))).toMatchObject({ code: 'invoice_not_editable' })
  })

  it('E11: a payout fails after it was paid, and the money is back', async () => {
    const party = await partyOf(stripe)
    await billed(stripe, party, [900])
    await stripe.testHelpers.customers.fundCashBalance(party.customer, { amount: 900, currency: 'gbp' })
    const payout = emulator.payOut(party.account)
    for (const to of ['in_transit', 'paid', 'failed'] as const) emulator.movePayout(party.account, payout.id, to)
    const own = { stripeAccount: party.account }
    expect(await stripe.payouts.retrieve(payout.id, {}, own)).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
    })
    expect(emulator.balanceOf(party.account)).toBe(900)
    const told = (await stripe.events.list({ types: ['payout.paid', 'payout.failed'] }, own)).data.map(
      (one) => one.type,
    )
    expect(told).toEqual(['payout.failed', 'payout.paid'])
  })
})
