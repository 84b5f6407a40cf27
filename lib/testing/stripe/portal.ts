import { afterAll, beforeAll, beforeEach } from 'vitest'
import { balanceOf } from '@/lib/payments/ledger/balance-of'
import { ledgerAccounts } from '@/lib/payments/ledger/ledger'
import { applyStripeEvent } from '@/lib/payments/stripe/apply-stripe-event'
import { receiveStripeEvent } from '@/lib/payments/stripe/receive-stripe-event'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { issuedInvoice } from '@/prisma/factories/invoice'
import { organisation } from '@/prisma/factories/organisation'
import { contextOf, noon } from '../context'
import type { Post } from './deliveries'
import { type Emulator, startEmulator } from './emulator'

export const webhookSecret = 'whsec_portal_test'
const second = Math.floor(noon.getTime() / 1000)

/** The stand-in as the portal of a database test knows it: its key, address and secret in the environment, its events received. */
async function portalStripe(): Promise<Emulator> {
  const emulator = await startEmulator({ now: second, post: receive })
  emulator.addEndpoint('http://portal.test/api/stripe/webhook', webhookSecret)
  process.env.STRIPE_SECRET_KEY = 'sk_test_portal'
  process.env.STRIPE_API_BASE = emulator.base
  process.env.STRIPE_WEBHOOK_SECRET = webhookSecret
  return emulator
}

/** Takes the portal off Stripe again. */
async function endPortalStripe(emulator: Emulator): Promise<void> {
  for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_API_BASE', 'STRIPE_WEBHOOK_SECRET']) delete process.env[name]
  await emulator.close()
}

/**
 * For a database test: the portal on Stripe, emptied before each test, with one payer, one supplier and an issued invoice between them.
 *
 * @returns what stands there, filled before each test.
 */
export function useStripe(): StripeWorld {
  const world = {} as StripeWorld
  beforeAll(async () => {
    world.emulator = await portalStripe()
  }, 120_000)
  afterAll(() => endPortalStripe(world.emulator))
  beforeEach(async () => {
    world.emulator.reset()
    process.env.STRIPE_WEBHOOK_SECRET = webhookSecret
    const parties = { payerId: (await organisation.commissioner()).id, supplierId: (await organisation.supplier()).id }
    Object.assign(world, { parties, invoiceId: await issuedInvoice({ ...parties, rail: 'STRIPE' }) })
  })
  return world
}
type StripeWorld = { emulator: Emulator; parties: { payerId: string; supplierId: string }; invoiceId: string }

/** A transfer of so many pence reaches the cash balance of the only customer. */
export const fund = ({ emulator }: StripeWorld, amount: number) =>
  emulator
    .client()
    .testHelpers.customers.fundCashBalance(emulator.world.all('customer')[0]!.id, { amount, currency: 'gbp' })

/** What stands in the accounts of the ledger that are not empty, in pence. */
export async function balances(): Promise<Record<string, number>> {
  const all = await Promise.all(ledgerAccounts.map(async (a) => [a, Number(await balanceOf(a))] as const))
  return Object.fromEntries(all.filter(([, sum]) => sum !== 0))
}

/** How far each stored event is, by its type. */
export const eventStates = async () =>
  Object.fromEntries((await db.stripeEvent.findMany()).map(({ type, state }) => [type, state]))

export const worker = () => contextOf(system)

export const receive: Post = async (_, body, headers) =>
  (await receiveStripeEvent(worker(), { body, signature: headers['stripe-signature'] ?? '' })) === 'refused' ? 400 : 200

/** Applies what is stored or put aside, in the order in which it came; `again` goes on until nothing moves. */
export async function applyAll(emulator: Emulator): Promise<void> {
  const waiting = await db.stripeEvent.findMany({
    where: { state: { in: ['stored', 'parked'] } },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  })
  for (const { id } of waiting) await applyStripeEvent(worker(), emulator.client(), id)
}

/** What happened at Stripe comes to the portal and is applied. */
export async function bring(emulator: Emulator, way?: Parameters<Emulator['deliveries']['flush']>[0]): Promise<void> {
  await emulator.deliveries.flush(way)
  await applyAll(emulator)
}
