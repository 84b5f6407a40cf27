import type Stripe from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { transaction } from '@/lib/platform/transaction'
import { useDatabase } from '@/lib/testing/database'
import type { Emulator } from '@/lib/testing/stripe/emulator'
import { balances, bring, fund as fundThere, useStripe, worker } from '@/lib/testing/stripe/portal'
import { closeInvoiceWhenPaid, creditInvoiceWhenCredited, voidInvoiceWhenVoided } from './close-invoice'
import { sendInvoice } from './send-invoice'

const database = useDatabase()
const gross = 66_334
const stripe = useStripe()
let emulator: Emulator
let invoiceId: string
beforeEach(() => {
  ;({ emulator, invoiceId } = stripe)
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
