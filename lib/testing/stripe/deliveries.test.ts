import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from './emulator'
import { billed, partyOf } from './story'

type Got = { id: string; type: string }
const now = 1_772_445_600
let emulator: Emulator
let got: Got[]
let status = 200
let told: string[] = []

/** The receiver: it opens what came with the official SDK, as the portal does. */
const receive = async (_: string, body: string, headers: Record<string, string>) => {
  try {
    const event = Stripe.webhooks.constructEvent(
      body,
      headers['stripe-signature']!,
      told[0]!,
      300,
      undefined,
      now * 1000,
    )
    if (status === 200) got.push({ id: event.id, type: event.type })
    return status
  } catch {
    return 400
  }
}

beforeAll(async () => {
  emulator = await startEmulator({ now, post: receive })
  emulator.addEndpoint('http://portal.test/hook', 'whsec_one', 'whsec_two')
}, 120_000)
afterAll(() => emulator.close())
beforeEach(async () => {
  status = 200
  told = ['whsec_one']
  await emulator.deliveries.flush()
  got = []
})

const happen = async () => billed(emulator.client(), await partyOf(emulator.client()), [100])
const types = () => got.map((one) => one.type)

describe('E9: events', () => {
  it('arrive signed, in the order in which things happened', async () => {
    await happen()
    await emulator.deliveries.flush()
    expect(types()).toEqual([
      'customer.created',
      'account.updated',
      'invoice.created',
      'invoiceitem.created',
      'invoice.finalized',
    ])
  })

  it('arrive reversed', async () => {
    await happen()
    await emulator.deliveries.flush({ order: (waiting) => waiting.toReversed() })
    expect(types()[0]).toBe('invoice.finalized')
  })

  it('arrive again under the same id', async () => {
    await happen()
    await emulator.deliveries.flush()
    const { id } = got.at(-1)!
    await emulator.deliveries.replay(id)
    expect(got.filter((one) => one.id === id)).toHaveLength(2)
  })

  it('arrive late, after what happened later', async () => {
    await happen()
    await emulator.deliveries.flush({ hold: (event) => event.type === 'invoice.created' })
    expect(types()).not.toContain('invoice.created')
    await emulator.deliveries.flush()
    expect(types().at(-1)).toBe('invoice.created')
  })

  it('that are lost, or not answered with 2xx, are tried again', async () => {
    await happen()
    await emulator.deliveries.flush({ lose: () => true })
    expect(got).toEqual([])
    status = 500
    await emulator.deliveries.flush()
    expect(emulator.deliveries.waiting).toHaveLength(5)
    status = 200
    await emulator.deliveries.flush()
    expect(got).toHaveLength(5)
  })

  it('that were tampered with or are older than five minutes do not open', async () => {
    await happen()
    const tampered = await emulator.deliveries.flush({ tamper: (body) => body.replace('"gbp"', '"usd"') })
    // An event in which nothing was changed is still as it was signed.
    expect(tampered.filter((one) => one.status === 400).length).toBeGreaterThan(0)
    expect((await emulator.deliveries.flush({ ageSeconds: 301 })).every((one) => one.status === 400)).toBe(true)
    expect((await emulator.deliveries.flush({ ageSeconds: 299 })).every((one) => one.status === 200)).toBe(true)
  })

  it('are signed with both secrets while one takes the other’s place, and with no third', async () => {
    await happen()
    told = ['whsec_three']
    expect((await emulator.deliveries.flush()).every((one) => one.status === 400)).toBe(true)
    told = ['whsec_two']
    expect((await emulator.deliveries.flush()).every((one) => one.status === 200)).toBe(true)
  })
})
