import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { useDatabase } from '@/lib/testing/database'
import { signatureOf } from '@/lib/testing/stripe/deliveries'
import type { Emulator } from '@/lib/testing/stripe/emulator'
import {
  applyAll,
  balances,
  eventStates,
  fund as fundThere,
  receive,
  useStripe,
  webhookSecret,
  worker,
} from '@/lib/testing/stripe/portal'
import { sendInvoice } from './send-invoice'

useDatabase()
const gross = 66_334
const stripe = useStripe()
let emulator: Emulator
let invoiceId: string
beforeEach(() => {
  ;({ emulator, invoiceId } = stripe)
})

const send = (id = invoiceId) => sendInvoice(worker(), emulator.client(), id)
const fund = (amount: number) => fundThere(stripe, amount)

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
    expect(await eventStates()).toEqual({ 'climate.order.created': 'ignored' })
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
