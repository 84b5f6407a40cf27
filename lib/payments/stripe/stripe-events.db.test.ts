import type Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { randomFrom, shuffled } from '@/lib/testing/stripe/chaos'
import { signatureOf } from '@/lib/testing/stripe/deliveries'
import type { Emulator } from '@/lib/testing/stripe/emulator'
import {
  applyAll,
  bring,
  endPortalStripe,
  portalStripe,
  receive,
  webhookSecret,
  worker,
} from '@/lib/testing/stripe/portal'
import { issuedInvoice } from '@/prisma/factories/invoice'
import { organisation } from '@/prisma/factories/organisation'
import { balanceOf } from '../ledger/balance-of'
import { type LedgerAccount, ledgerAccounts } from '../ledger/ledger'
import { applyWaitingEvents } from './apply-stripe-event'
import { closeInvoiceWhenPaid, creditInvoiceWhenCredited, voidInvoiceWhenVoided } from './close-invoice'
import { sendInvoice } from './send-invoice'

const database = useDatabase()
const gross = 66_334
let emulator: Emulator
let invoiceId: string
let parties: { payerId: string; supplierId: string }
beforeAll(async () => {
  emulator = await portalStripe()
}, 120_000)
afterAll(() => endPortalStripe(emulator))
beforeEach(async () => {
  emulator.reset()
  process.env.STRIPE_WEBHOOK_SECRET = webhookSecret
  parties = { payerId: (await organisation.commissioner()).id, supplierId: (await organisation.supplier()).id }
  invoiceId = await issuedInvoice({ ...parties, rail: 'STRIPE' })
})

const levy = (percent: number) =>
  database.asOwner(
    `set session_replication_role = replica; update "Setting" set value = '${percent}' where key = 'levy-percent'; set session_replication_role = default`,
  )
const send = (id = invoiceId) => sendInvoice(worker(), emulator.client(), id)
const fund = (amount: number) =>
  emulator
    .client()
    .testHelpers.customers.fundCashBalance(emulator.world.all('customer')[0]!.id, { amount, currency: 'gbp' })
const account = () => emulator.world.all('account')[0]!.id
const invoice = (id = invoiceId) => db.invoice.findUniqueOrThrow({ where: { id } })
const there = () => emulator.world.all<Stripe.Invoice>('invoice')[0]!
const balances = async () =>
  Object.fromEntries(
    (
      await Promise.all(ledgerAccounts.map(async (a: LedgerAccount) => [a, Number(await balanceOf(a))] as const))
    ).filter(([, sum]) => sum !== 0),
  )
const states = async () => Object.fromEntries((await db.stripeEvent.findMany()).map(({ type, state }) => [type, state]))

describe('I1: what comes to the webhook', () => {
  const event = (more: object = {}) =>
    JSON.stringify({
      id: `evt_${newId()}`,
      object: 'event',
      type: 'invoice.paid',
      created: 1,
      data: { object: {} },
      ...more,
    })
  const second = () => emulator.world.now
  const post = (body: string, secrets = [webhookSecret], at = second()) =>
    receive('', body, { 'stripe-signature': signatureOf(body, secrets, at) })

  it('with a bad signature, older than five minutes, tampered with or unsigned is 400 and leaves nothing', async () => {
    const body = event()
    expect(await post(body, ['whsec_wrong'])).toBe(400)
    expect(await post(body, [webhookSecret], second() - 301)).toBe(400)
    const signature = signatureOf(body, [webhookSecret], second())
    expect(await receive('', body.replace('paid', 'void'), { 'stripe-signature': signature })).toBe(400)
    expect(await receive('', body, {})).toBe(400)
    expect(await post('not json')).toBe(400)
    expect(await db.stripeEvent.count()).toBe(0)
    expect(await post(body, [webhookSecret], second() - 299)).toBe(200)
  })

  it('without a secret set nothing is taken, not even what is signed with nothing', async () => {
    process.env.STRIPE_WEBHOOK_SECRET = ''
    expect(await post(event(), [''])).toBe(400)
  })

  it('of a type that nobody knows is 200, stored and ignored', async () => {
    expect(await post(event({ type: 'climate.order.created' }))).toBe(200)
    await applyAll(emulator)
    expect(await states()).toEqual({ 'climate.order.created': 'ignored' })
  })

  it('twenty times at once is stored once, and has one effect', async () => {
    await send()
    await fund(gross)
    const [paid] = emulator.deliveries.waiting.filter((one) => one.type === 'invoice.paid')
    const body = JSON.stringify(paid)
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(await db.stripeEvent.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'StripeEventStored' } })).toBe(1)
    await Promise.all(Array.from({ length: 5 }, () => applyAll(emulator)))
    expect(await balances()).toEqual({ cash: gross, inTransit: -gross })
    expect(await db.moneyReceipt.count()).toBe(1)
  })

  it('N15: a second endpoint’s secret does not take the first one’s place: both open what is theirs', async () => {
    process.env.STRIPE_WEBHOOK_SECRET = `${webhookSecret}, whsec_second`
    expect(await post(event())).toBe(200)
    expect(await post(event(), ['whsec_second'])).toBe(200)
    expect(await post(event(), ['whsec_old', 'whsec_second'])).toBe(200)
    expect(await post(event(), ['whsec_third'])).toBe(400)
  })

  it('is kept as ids alone: no name, address or bank account', async () => {
    const object = {
      id: 'in_1',
      object: 'invoice',
      customer: 'cus_1',
      customer_email: 'ada@canary.example',
      number: 'CANARY',
    }
    await post(event({ data: { object } }))
    const kept = JSON.stringify([await db.stripeEvent.findMany(), await db.event.findMany()], (_, v) =>
      typeof v === 'bigint' ? `${v}` : v,
    )
    expect(kept).not.toMatch(/canary/i)
    for (const secret of [webhookSecret, 'sk_test_portal']) expect(kept).not.toContain(secret)
  })
})

describe('money that came through Stripe', () => {
  it('pays the invoice, and its supplier’s share is on its way', async () => {
    await send()
    await fund(gross)
    await bring(emulator)
    expect(await invoice()).toMatchObject({ state: 'paid', paidPence: BigInt(gross) })
    expect(await balances()).toEqual({ cash: gross, inTransit: -gross })
    expect(await states()).toMatchObject({
      'invoice.paid': 'applied',
      'transfer.created': 'applied',
      'customer.created': 'ignored',
    })
  })

  it('in parts funds it in part, then pays it', async () => {
    await send()
    await fund(20_000)
    await bring(emulator)
    expect(await invoice()).toMatchObject({ state: 'part-funded', paidPence: 20_000n })
    await fund(50_000)
    await bring(emulator)
    expect(await invoice()).toMatchObject({ state: 'paid', paidPence: BigInt(gross) })
    expect(await balances()).toEqual({ cash: gross, inTransit: -gross })
  })

  it('leaves the levy with the portal, at the rate of the day of issue', async () => {
    await levy(2)
    await send()
    await levy(5)
    await fund(gross)
    await bring(emulator)
    expect(await balances()).toEqual({ cash: gross, inTransit: -(gross - 1_327), platformFee: -1_327 })
    expect(emulator.balanceOf(account())).toBe(gross - 1_327)
  })

  it('I2: in any order, twice and with some lost at first, ends the same', async () => {
    const random = randomFrom(7)
    for (let run = 0; run < 12; run++) {
      const before = await balances()
      const id = await issuedInvoice({
        payerId: (await organisation.commissioner()).id,
        supplierId: parties.supplierId,
        rail: 'STRIPE',
      })
      await send(id)
      const customer = emulator.world.all('customer').at(-1)!.id
      for (const amount of [10_000, gross - 10_000])
        await emulator.client().testHelpers.customers.fundCashBalance(customer, { amount, currency: 'gbp' })
      const payout = emulator.payOut(account())
      for (const to of ['in_transit', 'paid'] as const) emulator.movePayout(account(), payout.id, to)
      await bring(emulator, { order: (waiting) => shuffled(random, waiting), twice: true, lose: () => random() < 0.3 })
      await bring(emulator, { order: (waiting) => shuffled(random, waiting) })
      expect(await invoice(id), `run ${run}`).toMatchObject({ state: 'paid', paidPence: BigInt(gross) })
      expect(await balances(), `run ${run}`).toEqual(before)
      expect(
        (await db.payout.findMany()).map(({ state }) => state),
        `run ${run}`,
      ).toEqual(Array.from({ length: run + 1 }, () => 'paid'))
    }
  })

  it('I3: told before our own commit, it is put aside and taken up by the clock', async () => {
    await send()
    await fund(gross)
    // As it would be where the portal died before it could write down what it had made.
    await db.stripeCall.updateMany({ where: { kind: 'invoice' }, data: { stripeId: null, madeAt: null } })
    await bring(emulator)
    expect((await states())['invoice.paid']).toBe('parked')
    expect(await db.moneyReceipt.count()).toBe(0)
    await send()
    await db.stripeCall.updateMany({ where: { kind: 'invoice' }, data: { stripeId: there().id, madeAt: new Date() } })
    await applyWaitingEvents(contextOf(worker().actor, new Date(worker().now.getTime() + 60 * 60_000)))
    expect((await states())['invoice.paid']).toBe('applied')
    expect(await invoice()).toMatchObject({ state: 'paid' })
  })

  it('of somebody else’s invoice on the same account does not concern the portal', async () => {
    const customer = await emulator.client().customers.create({ name: 'Another shop' })
    await emulator
      .client()
      .invoices.create({ customer: customer.id, collection_method: 'send_invoice', days_until_due: 1 })
    await bring(emulator)
    expect(new Set(Object.values(await states()))).toEqual(new Set(['ignored']))
  })
})

describe('payouts', () => {
  it('E11: paid, and then failed after it was paid: the money is on its way again', async () => {
    await send()
    await fund(gross)
    const payout = emulator.payOut(account())
    for (const to of ['in_transit', 'paid'] as const) emulator.movePayout(account(), payout.id, to)
    await bring(emulator)
    expect(await balances()).toEqual({})
    emulator.movePayout(account(), payout.id, 'failed')
    await bring(emulator)
    expect(await db.payout.findFirstOrThrow()).toMatchObject({ state: 'failed', failedWhy: 'account_closed' })
    expect(await balances()).toEqual({ cash: gross, inTransit: -gross })
  })
})

describe('what ends otherwise', () => {
  const event = (data: object = {}) => ({ about: { type: 'Invoice', id: invoiceId }, data }) as never

  it('a void invoice is void at Stripe, and a draft is taken away', async () => {
    await send()
    await db.invoice.update({ where: { id: invoiceId }, data: { state: 'void' } })
    await voidInvoiceWhenVoided(worker(), event())
    await voidInvoiceWhenVoided(worker(), event())
    expect(there().status).toBe('void')
  })

  it('paid by a recorded bank transfer, it is closed at Stripe out of band, and no money is posted for that', async () => {
    await send()
    await closeInvoiceWhenPaid(worker(), event({ rail: 'BACS' }))
    await closeInvoiceWhenPaid(worker(), event({ rail: 'BACS' }))
    expect(there()).toMatchObject({ status: 'paid', amount_paid_off_stripe: gross })
    await bring(emulator)
    expect(await db.moneyReceipt.count()).toBe(0)
  })

  it('credited while open, it is closed by a credit note', async () => {
    await send()
    for (let twice = 0; twice < 2; twice++) await creditInvoiceWhenCredited(worker(), event())
    expect(emulator.world.all('credit_note')).toHaveLength(1)
    expect(there()).toMatchObject({ amount_remaining: 0 })
    await bring(emulator)
    expect(await db.moneyReceipt.count()).toBe(0)
  })

  it('N16: credited after it was paid, the payer’s money is refunded and the supplier’s transfer reversed, each once', async () => {
    await levy(2)
    await send()
    await fund(gross)
    await bring(emulator)
    await db.invoice.update({ where: { id: invoiceId }, data: { state: 'credited' } })
    for (let twice = 0; twice < 2; twice++) await creditInvoiceWhenCredited(worker(), event())
    expect(emulator.world.all<Stripe.Refund>('refund').map(({ amount }) => amount)).toEqual([gross])
    expect(emulator.world.all<Stripe.TransferReversal>('transfer_reversal').map(({ amount }) => amount)).toEqual([
      gross,
    ])
    expect(emulator.balanceOf(account())).toBe(0)
    await bring(emulator)
    // The share is owed again; the payer's money is still here, for the recharge.
    expect(await balances()).toEqual({ cash: gross, payable: -gross })
    expect(await invoice()).toMatchObject({ state: 'credited' })
  })

  it('N16: a refund at Stripe that was not our own takes the payment back, and leaves the transfer where it is', async () => {
    await send()
    await fund(gross)
    await bring(emulator)
    const [charge] = emulator.world.all<Stripe.Charge>('charge')
    await emulator.client().refunds.create({ charge: charge!.id })
    await bring(emulator)
    expect(await invoice()).toMatchObject({ state: 'reversed', paidPence: 0n })
    expect(emulator.balanceOf(account())).toBe(gross)
    expect(await balances()).toMatchObject({ inTransit: -gross })
    expect(await transaction((tx) => tx.moneyReceipt.count({ where: { reversedKey: { not: null } } }))).toBe(1)
  })
})
