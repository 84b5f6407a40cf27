import type Stripe from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { seededRandom } from '@/lib/testing/seeded-random'
import { shuffled } from '@/lib/testing/stripe/chaos'
import type { Emulator } from '@/lib/testing/stripe/emulator'
import { balances, bring, eventStates, fund as fundThere, useStripe, worker } from '@/lib/testing/stripe/portal'
import { issuedInvoice } from '@/prisma/factories/invoice'
import { organisation } from '@/prisma/factories/organisation'
import { applyWaitingEvents } from './apply-stripe-event'
import { sendInvoice } from './send-invoice'

const database = useDatabase()
const gross = 66_334
const stripe = useStripe()
let emulator: Emulator
let invoiceId: string
let parties: typeof stripe.parties
beforeEach(() => {
  ;({ emulator, invoiceId, parties } = stripe)
})

const levy = (percent: number) =>
  database.asOwner(
    `set session_replication_role = replica; update "Setting" set value = '${percent}' where key = 'levy-percent'; set session_replication_role = default`,
  )
const send = (id = invoiceId) => sendInvoice(worker(), emulator.client(), id)
const fund = (amount: number) => fundThere(stripe, amount)
const account = () => emulator.world.all('account')[0]!.id
const invoice = (id = invoiceId) => db.invoice.findUniqueOrThrow({ where: { id } })
const there = () => emulator.world.all<Stripe.Invoice>('invoice')[0]!

describe('money that came through Stripe', () => {
  it('pays the invoice, and its supplier’s share is on its way', async () => {
    await send()
    await fund(gross)
    await bring(emulator)
    expect(await invoice()).toMatchObject({ state: 'paid', paidPence: BigInt(gross) })
    expect(await balances()).toEqual({ cash: gross, inTransit: -gross })
    expect(await eventStates()).toMatchObject({
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
    const random = seededRandom(7)
    for (let run = 0; run < 6; run++) {
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
  }, 240_000)

  it('I3: told before our own commit, it is put aside and taken up by the clock', async () => {
    await send()
    await fund(gross)
    // As it would be where the portal died before it could write down what it had made.
    await db.stripeCall.updateMany({ where: { kind: 'invoice' }, data: { stripeId: null, madeAt: null } })
    await bring(emulator)
    expect((await eventStates())['invoice.paid']).toBe('parked')
    expect(await db.moneyReceipt.count()).toBe(0)
    await send()
    await db.stripeCall.updateMany({ where: { kind: 'invoice' }, data: { stripeId: there().id, madeAt: new Date() } })
    await applyWaitingEvents(contextOf(worker().actor, new Date(worker().now.getTime() + 60 * 60_000)))
    expect((await eventStates())['invoice.paid']).toBe('applied')
    expect(await invoice()).toMatchObject({ state: 'paid' })
  })

  it('of somebody else’s invoice on the same account does not concern the portal', async () => {
    const customer = await emulator.client().customers.create({ name: 'Another shop' })
    await emulator
      .client()
      .invoices.create({ customer: customer.id, collection_method: 'send_invoice', days_until_due: 1 })
    await bring(emulator)
    expect(new Set(Object.values(await eventStates()))).toEqual(new Set(['ignored']))
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
