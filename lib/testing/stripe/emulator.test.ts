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

/** A request that the SDK's types would not let pass. */
const raw = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${emulator.base}${path}`, { method: 'POST', body, headers: { authorization: 'Bearer sk_test_x', ...headers } })

describe('the routes', () => {
  it('E1: a payer’s money becomes the supplier’s, and the portal keeps its levy', async () => {
    const party = await partyOf(stripe)
    const invoice = await billed(stripe, party, [60_000, 40_000], 1_500)
    expect(invoice).toMatchObject({ status: 'open', amount_due: 100_000, due_date: emulator.world.now + 30 * 86_400 })
    await stripe.testHelpers.customers.fundCashBalance(party.customer, { amount: 100_000, currency: 'gbp' })
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: 'paid',
      amount_remaining: 0,
      amount_paid_off_stripe: 0,
    })
    const [transfer] = (await stripe.transfers.list({ destination: party.account })).data
    expect(transfer).toMatchObject({ amount: 100_000 })
    const charge = await stripe.charges.retrieve(transfer!.source_transaction as string)
    expect(charge).toMatchObject({ amount: 100_000, application_fee_amount: 1_500, on_behalf_of: party.account })
    expect(emulator.balanceOf(party.account)).toBe(98_500)
    const own = { stripeAccount: party.account }
    const payout = await stripe.payouts.create({ amount: 98_500, currency: 'gbp' }, own)
    expect(await stripe.payouts.retrieve(payout.id, {}, own)).toMatchObject({ status: 'pending' })
    expect((await stripe.balanceTransactions.list({}, own)).data.map((one) => one.net)).toEqual([-98_500, 98_500])
    expect((await stripe.balanceTransactions.list({ limit: 3 })).data.map((one) => one.type)).toEqual([
      'application_fee',
      'transfer',
      'payment',
    ])
  })

  it('E1: lists come newest first in pages, and the SDK walks through them', async () => {
    const made: string[] = []
    for (let i = 0; i < 7; i++) made.push((await stripe.customers.create({ email: 'pages@test.example' })).id)
    const walked: string[] = []
    for await (const one of stripe.customers.list({ email: 'pages@test.example', limit: 3 })) walked.push(one.id)
    expect(walked).toEqual(made.reverse())
  })

  it('E1: the secret of an endpoint is shown once, and a deleted endpoint is gone', async () => {
    const made = await stripe.webhookEndpoints.create({
      url: 'http://portal.test/hook',
      enabled_events: ['invoice.paid'],
    })
    expect(made.secret).toMatch(/^whsec_/)
    expect(await stripe.webhookEndpoints.retrieve(made.id)).not.toHaveProperty('secret')
    await stripe.webhookEndpoints.del(made.id)
    expect((await refusal(stripe.webhookEndpoints.retrieve(made.id))).statusCode).toBe(404)
  })

  it('E2: any other route is 404 with an error body, for the SDK too', async () => {
    expect(await refusal(stripe.subscriptions.list())).toMatchObject({
      statusCode: 404,
      type: 'StripeInvalidRequestError',
    })
    const answer = await raw('/v1/nothing', '')
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: expect.objectContaining({ type: 'invalid_request_error' }) },
    ])
  })
})

describe('E3: a request is checked against the SDK’s own types', () => {
  it.each([
    ['an unknown parameter', '/v1/customers', 'nmae=x', 'nmae'],
    [
      'an unknown parameter deep inside',
      '/v1/invoices',
      'customer=c&issuer[type]=self&issuer[acount]=a',
      'issuer[acount]',
    ],
    ['a fraction where pence belong', '/v1/invoiceitems', 'customer=c&amount=10.5', 'amount'],
    ['a number in words', '/v1/invoices', 'customer=c&days_until_due=thirty', 'days_until_due'],
    ['a missing field', '/v1/transfers', 'amount=1&currency=gbp', 'destination'],
    ['a missing field deep inside', '/v1/invoices', 'customer=c&transfer_data[amount]=1', 'transfer_data[destination]'],
    [
      'a value that is not of its enum',
      '/v1/invoices',
      'customer=c&collection_method=send_invoices',
      'collection_method',
    ],
    [
      'a payment method that the rail never uses',
      '/v1/invoices',
      'customer=c&payment_settings[payment_method_types][0]=bank',
      'payment_settings[payment_method_types][0]',
    ],
    [
      'a bank transfer of another country',
      '/v1/invoices',
      'customer=c&payment_settings[payment_method_options][customer_balance][bank_transfer][type]=us_bank_transfer',
      'payment_settings[payment_method_options][customer_balance][bank_transfer][type]',
    ],
    ['another currency', '/v1/invoices', 'customer=c&currency=usd', 'currency'],
    ['a hash where text belongs', '/v1/customers', 'name[x]=1', 'name'],
  ])('%s is 400 with its name', async (_, path, body, param) => {
    const answer = await raw(path, body)
    expect([answer.status, ((await answer.json()) as { error: { param: string } }).error.param]).toEqual([400, param])
  })

  it('a name out of the language itself is an unknown parameter', async () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect((await raw('/v1/customers', `${name}=x`)).status).toBe(400)
  })
})

describe('E4: keys of idempotency', () => {
  it('the same key and body are answered the same, and nothing is made twice', async () => {
    const key = { idempotencyKey: 'e4-same' }
    const made = await stripe.customers.create({ name: 'One' }, key)
    expect((await stripe.customers.create({ name: 'One' }, key)).id).toBe(made.id)
  })

  it('the same key with another body is refused', async () => {
    const key = { idempotencyKey: 'e4-other' }
    await stripe.customers.create({ name: 'One' }, key)
    expect(await refusal(stripe.customers.create({ name: 'Two' }, key))).toMatchObject({
      type: 'StripeIdempotencyError',
    })
  })

  it('a key dies after 24 hours of the test clock, and then makes a second one', async () => {
    const key = { idempotencyKey: 'e4-old' }
    const made = await stripe.customers.create({ name: 'One' }, key)
    emulator.advance(24 * 3600 - 1)
    expect((await stripe.customers.create({ name: 'One' }, key)).id).toBe(made.id)
    emulator.advance(1)
    expect((await stripe.customers.create({ name: 'One' }, key)).id).not.toBe(made.id)
  })

  it('a refused parameter is not kept under the key', async () => {
    const headers = { 'idempotency-key': 'e4-refused' }
    expect((await raw('/v1/customers', 'nmae=x', headers)).status).toBe(400)
    expect((await raw('/v1/customers', 'name=x', headers)).status).toBe(200)
  })
})
