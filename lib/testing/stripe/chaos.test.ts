import type Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '@/lib/testing/seeded-random'
import { faultsFrom, shuffled } from './chaos'
import { startEmulator } from './emulator'
import { billed, partyOf } from './story'
import type { World } from './world'

const runs = Number(process.env.STRIPE_CHAOS_RUNS ?? 1_000)
/** One run in so many goes over the wire, the others straight to the stand-in. */
const wired = 200
const seed = Number(process.env.STRIPE_CHAOS_SEED ?? 20_261_130)

/** Whatever goes wrong with a call, it is made again under the same key until it is answered. */
async function stubborn<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await call()
    } catch (error) {
      const status = (error as Stripe.errors.StripeError).statusCode
      if (tries > 50 || (status !== undefined && status !== 429 && status < 500)) throw error
    }
  }
}

/** A client each of whose calls is stubborn. */
function stubbornClient(stripe: Stripe): Stripe {
  const wrap = (target: object): never =>
    new Proxy(target, {
      get: (of, name) => {
        const member = Reflect.get(of, name)
        if (typeof member === 'function') return (...given: unknown[]) => stubborn(() => member.apply(of, given))
        return typeof member === 'object' && member !== null ? wrap(member) : member
      },
    }) as never
  return wrap(stripe)
}

async function story(client: Stripe, key: string) {
  const stripe = stubbornClient(client)
  const party = await partyOf(stripe, key)
  const invoice = await billed(stripe, party, [700, 300], 20, key)
  const fund = (amount: number, part: string) =>
    stripe.testHelpers.customers.fundCashBalance(
      party.customer,
      { amount, currency: 'gbp' },
      { idempotencyKey: `${key}-${part}` },
    )
  await fund(400, 'first')
  await fund(600, 'second')
  const own = { stripeAccount: party.account, idempotencyKey: `${key}-payout` }
  await stripe.payouts.create({ amount: 980, currency: 'gbp' }, own)
  return { ...party, invoice: invoice.id }
}

/** What there is at the end, by what it is and how much: ids and the order of things apart. */
function standing(world: World, { customer, account }: { customer: string; account: string }) {
  const of = (object: string, from: string | null = null) =>
    world.all<{ id: string; object: string; amount?: number; status?: string; amount_due?: number }>(object, from)
  const plain = (rows: ReturnType<typeof of>) =>
    rows.map((one) => `${one.object} ${one.amount ?? one.amount_due ?? ''} ${one.status ?? ''}`).sort()
  return {
    platform: ['customer', 'account', 'invoice', 'invoiceitem', 'charge', 'transfer', 'application_fee'].flatMap(
      (object) => plain(of(object)),
    ),
    connected: ['charge', 'payout', 'balance_transaction'].flatMap((object) => plain(of(object, account))),
    cash: world.cashOf(customer),
    balances: [world.balanceOf(null), world.balanceOf(account)],
  }
}

/** A receiver that trusts no order: it keeps the ids it has seen and asks for the invoice as it is now. */
function receiver(read: () => World) {
  const seen = new Set<string>()
  const rank = { draft: 0, open: 1, void: 2, uncollectible: 2, paid: 2 }
  let invoice: keyof typeof rank = 'draft'
  const effects: string[] = []
  return {
    get end() {
      return { invoice, effects: effects.sort() }
    },
    post: async (_: string, body: string) => {
      const event = JSON.parse(body) as { id: string; type: string; data: { object: { id: string } } }
      if (seen.has(event.id)) return 200
      seen.add(event.id)
      if (event.type.startsWith('invoice.')) {
        const now = read().get<{ id: string; object: string; status: keyof typeof rank }>(
          'invoice',
          event.data.object.id,
        )
        if (rank[now.status] > rank[invoice]) invoice = now.status
      }
      if (event.type === 'payout.created' || event.type === 'transfer.created') effects.push(event.type)
      return 200
    },
  }
}

describe(`E10: chaos from seed ${seed}`, () => {
  it(`${runs} runs with lost answers, 429, 500 after success, doubled and reordered events end as the quiet one does`, async () => {
    const random = seededRandom(seed)
    let hook = receiver(() => emulator.world)
    const emulator = await startEmulator({ now: 1_772_445_600, post: (...given) => hook.post(given[0], given[1]) })
    emulator.addEndpoint('http://portal.test/hook', 'whsec_chaos')
    const quiet = await once(0, 0)
    expect(quiet.receiver).toEqual({ invoice: 'paid', effects: ['payout.created', 'transfer.created'] })
    for (let run = 0; run < runs; run++) expect(await once(0.25, run), `run ${run} of seed ${seed}`).toEqual(quiet)
    await emulator.close()

    async function once(share: number, run: number) {
      emulator.reset()
      hook = receiver(() => emulator.world)
      emulator.handles.fault = faultsFrom(random, share)
      const wire = run % wired === 0
      const party = await story(wire ? emulator.client() : emulator.inProcess(), 'one')
      emulator.handles.fault = undefined
      const order = <T>(waiting: T[]) => (share > 0 ? shuffled(random, waiting) : waiting)
      await emulator.deliveries.flush({ order, twice: share > 0, lose: () => random() < share })
      await emulator.deliveries.flush({ order })
      return { world: standing(emulator.world, party), receiver: hook.end }
    }
  }, 600_000)

  it('Stripe’s own way, a 500 that the key is answered for good, makes one object and no answer', async () => {
    const emulator = await startEmulator({ fault: () => 'fail-after-kept' })
    const create = () => emulator.client().customers.create({ name: 'One' }, { idempotencyKey: 'kept' })
    for (let tries = 0; tries < 3; tries++) await expect(create()).rejects.toMatchObject({ statusCode: 500 })
    expect(emulator.world.all('customer')).toHaveLength(1)
    await emulator.close()
  })
})
