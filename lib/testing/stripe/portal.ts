import { applyStripeEvent } from '@/lib/payments/stripe/apply-stripe-event'
import { receiveStripeEvent } from '@/lib/payments/stripe/receive-stripe-event'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '../context'
import type { Post } from './deliveries'
import { type Emulator, startEmulator } from './emulator'

export const webhookSecret = 'whsec_portal_test'
const second = Math.floor(noon.getTime() / 1000)

/** The stand-in as the portal of a database test knows it: its key, address and secret in the environment, its events received. */
export async function portalStripe(): Promise<Emulator> {
  const emulator = await startEmulator({ now: second, post: receive })
  emulator.addEndpoint('http://portal.test/api/stripe/webhook', webhookSecret)
  process.env.STRIPE_SECRET_KEY = 'sk_test_portal'
  process.env.STRIPE_API_BASE = emulator.base
  process.env.STRIPE_WEBHOOK_SECRET = webhookSecret
  return emulator
}

/** Takes the portal off Stripe again. */
export async function endPortalStripe(emulator: Emulator): Promise<void> {
  for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_API_BASE', 'STRIPE_WEBHOOK_SECRET']) delete process.env[name]
  await emulator.close()
}

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
