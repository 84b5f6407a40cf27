import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from './emulator'
import { billed, partyOf, type StripeParty } from './story'

const testKey = process.env.STRIPE_CONTRACT_KEY ?? ''

/** What the rail relies on, said once and asked of both: of the stand-in always, of Stripe's test mode where a key is set. */
function contract(client: () => Stripe) {
  let party: StripeParty
  beforeAll(async () => {
    party = await partyOf(client())
  })
  const send = (lines: number[]) => billed(client(), party, lines)
  const param = (call: Promise<unknown>) =>
    call.then(
      () => 'was not refused',
      (error: Stripe.errors.StripeError) => `${error.statusCode} ${error.param ?? error.code ?? ''}`.trim(),
    )

  it('E12: an invoice by bank transfer is open once it is final, with the sum of its lines', async () => {
    expect(await send([700, 300])).toMatchObject({
      status: 'open',
      amount_due: 1_000,
      amount_remaining: 1_000,
      collection_method: 'send_invoice',
    })
  })

  it('E12: part of the money leaves it open; all of it pays it and passes it on', async () => {
    const invoice = await send([1_000])
    const fund = (amount: number) =>
      client().testHelpers.customers.fundCashBalance(party.customer, { amount, currency: 'gbp' })
    await fund(400)
    expect((await client().invoices.retrieve(invoice.id)).status).toBe('open')
    await fund(1_600)
    expect((await client().invoices.retrieve(invoice.id)).status).toBe('paid')
    expect((await client().transfers.list({ destination: party.account })).data.map((one) => one.amount)).toContain(
      1_000,
    )
  })

  it('E12: what is wrong is refused with the name of the parameter', async () => {
    const customers = client().customers as unknown as { create: (params: object) => Promise<unknown> }
    expect(await param(customers.create({ nmae: 'x' }))).toBe('400 nmae')
    const invoice = await send([100])
    expect(
      await param(
        client().invoiceItems.create({ customer: party.customer, invoice: invoice.id, amount: 1, currency: 'gbp' }),
      ),
    ).toMatch(/^400/)
  })

  it('E12: a key answers the same twice, and refuses another body', async () => {
    const key = { idempotencyKey: `contract-${party.customer}` }
    const made = await client().customers.create({ name: 'One' }, key)
    expect((await client().customers.create({ name: 'One' }, key)).id).toBe(made.id)
    await expect(client().customers.create({ name: 'Two' }, key)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    })
  })

  it('E12: what was paid elsewhere is closed, and a void one cannot be paid', async () => {
    const [paid, voided] = [await send([100]), await send([100])]
    expect((await client().invoices.pay(paid.id, { paid_out_of_band: true })).status).toBe('paid')
    expect((await client().invoices.voidInvoice(voided.id)).status).toBe('void')
    expect(await param(client().invoices.pay(voided.id, { paid_out_of_band: true }))).toMatch(/^400/)
  })
}

describe('the contract, with the stand-in', () => {
  let emulator: Emulator
  beforeAll(async () => {
    emulator = await startEmulator()
  }, 120_000)
  afterAll(() => emulator.close())
  contract(() => emulator.client())
})

describe.skipIf(!testKey)('the contract, with Stripe’s test mode', () => {
  contract(() => new Stripe(testKey))
})

it.skipIf(testKey)(
  'the contract with Stripe’s test mode: skipped, because STRIPE_CONTRACT_KEY holds no test key',
  (test) => {
    test.skip('STRIPE_CONTRACT_KEY holds no test key')
  },
)
