import type Stripe from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { useDatabase } from '@/lib/testing/database'
import { seededRandom } from '@/lib/testing/seeded-random'
import { faultsFrom } from '@/lib/testing/stripe/chaos'
import type { Emulator } from '@/lib/testing/stripe/emulator'
import { useStripe, worker } from '@/lib/testing/stripe/portal'
import { issuedInvoice } from '@/prisma/factories/invoice'
import { sendInvoice } from './send-invoice'
import { sendWaitingInvoices } from './send-invoice-when-issued'

useDatabase()
const stripe = useStripe()
let emulator: Emulator
let invoiceId: string
let parties: typeof stripe.parties
beforeEach(() => {
  ;({ emulator, invoiceId, parties } = stripe)
  emulator.handles.fault = undefined
})

const all = <T extends { id: string; object: string }>(object: T['object']) => emulator.world.all<T>(object)
const counts = () =>
  Object.fromEntries(['customer', 'account', 'invoice', 'invoiceitem'].map((object) => [object, all(object).length]))
const one = { customer: 1, account: 1, invoice: 1, invoiceitem: 2 }
const send = () => sendInvoice(worker(), emulator.client(), invoiceId)
const sentEvents = () => db.event.count({ where: { name: 'StripeInvoiceSent' } })

describe('an invoice that was released on Stripe', () => {
  it('goes to its payer by bank transfer, from its supplier, in whole pence that sum to its gross', async () => {
    await sendWaitingInvoices(worker())
    const [invoice] = all<Stripe.Invoice>('invoice')
    expect(invoice).toMatchObject({
      status: 'open',
      total: 66_334,
      collection_method: 'send_invoice',
      due_date: emulator.world.now + 29 * 86_400,
      metadata: { portal_invoice: invoiceId },
      payment_settings: { payment_method_types: ['customer_balance'] },
    })
    const [account] = all<Stripe.Account>('account')
    expect(invoice).toMatchObject({ on_behalf_of: account!.id, issuer: { type: 'account', account: account!.id } })
    expect(emulator.world.hidden(invoice!)).toMatchObject({ destination: account!.id, feePence: 0 })
    expect(all<Stripe.InvoiceItem>('invoiceitem').map(({ amount }) => amount)).toEqual([55_279, 11_055])
    expect(await sentEvents()).toBe(1)
  })

  it('tells Stripe no person’s name and nothing of the practice', async () => {
    await send()
    const told = emulator.requests.map(({ body }) => decodeURIComponent(body)).join('\n')
    const { practiceId } = await db.invoice.findUniqueOrThrow({ where: { id: invoiceId } })
    expect(told).not.toContain(practiceId)
    expect(told).not.toContain('email')
  })

  it('I4: a second time, and ten workers at once, make nothing more', async () => {
    await Promise.all(Array.from({ length: 10 }, () => send().catch(() => undefined)))
    await send()
    expect(counts()).toEqual(one)
    expect(await sentEvents()).toBe(1)
  })

  it('I4: two invoices of one payer and supplier share both at Stripe', async () => {
    await send()
    await sendInvoice(
      worker(),
      emulator.client(),
      await issuedInvoice({ ...parties, rail: 'STRIPE', grossPence: 600n }),
    )
    expect(counts()).toEqual({ customer: 1, account: 1, invoice: 2, invoiceitem: 4 })
  })

  it.each(['fail-after', 'cut-after', 'fail-after-kept'] as const)(
    'I4: a crash after Stripe’s success (%s) at any call leaves one object of each',
    async (fault) => {
      for (let at = 1; at <= 6; at++) {
        emulator.reset()
        await db.$transaction([db.stripeCall.deleteMany(), db.event.findMany({ take: 0 })])
        let posts = 0
        emulator.handles.fault = ({ method }) => (method === 'POST' && ++posts === at ? fault : undefined)
        await send().catch(() => undefined)
        emulator.handles.fault = undefined
        await send()
        expect(counts(), `at call ${at}`).toEqual(one)
        expect(all<Stripe.Invoice>('invoice')[0]).toMatchObject({ status: 'open', total: 66_334 })
      }
    },
  )

  it('I4: once its keys have died, what was made is looked up before anything is made', async () => {
    for (let at = 1; at <= 6; at++) {
      emulator.reset()
      await db.stripeCall.deleteMany()
      let posts = 0
      emulator.handles.fault = ({ method }) => (method === 'POST' && ++posts === at ? 'cut-after' : undefined)
      await send().catch(() => undefined)
      emulator.handles.fault = undefined
      emulator.advance(25 * 3600)
      await send()
      expect(counts(), `at call ${at}`).toEqual(one)
    }
  })

  it('E10: through seeded chaos it is sent once', async () => {
    const random = seededRandom(20_261_130)
    for (let run = 0; run < 25; run++) {
      emulator.reset()
      await db.stripeCall.deleteMany()
      emulator.handles.fault = faultsFrom(random, 0.3, ['rate-limited', 'fail-before', 'fail-after', 'fail-after-kept'])
      for (let tries = 0; tries < 40; tries++) await send().catch(() => undefined)
      expect(counts(), `run ${run}`).toEqual(one)
      expect(all<Stripe.Invoice>('invoice')[0], `run ${run}`).toMatchObject({ status: 'open', total: 66_334 })
    }
  })

  it('waits while Stripe is away, holds up nobody, and goes out later', async () => {
    const other = await issuedInvoice({ ...parties, rail: 'STRIPE', grossPence: 1_200n })
    emulator.handles.fault = ({ body }) => (body.includes(invoiceId) ? 'fail-before' : undefined)
    await sendWaitingInvoices(worker())
    expect(all<Stripe.Invoice>('invoice').map((i) => i.metadata?.portal_invoice)).toEqual([other])
    emulator.handles.fault = undefined
    await sendWaitingInvoices(worker())
    expect(counts()).toMatchObject({ invoice: 2 })
  })

  it('on BACS, or no longer issued, is not sent', async () => {
    await db.invoice.update({ where: { id: invoiceId }, data: { state: 'void' } })
    const bacs = await issuedInvoice(parties)
    for (const id of [invoiceId, bacs]) await sendInvoice(worker(), emulator.client(), id)
    await sendWaitingInvoices(worker())
    expect(emulator.requests).toEqual([])
  })
})
