import 'server-only'
import Stripe from 'stripe'
import { env } from './env'

/** How long one call may last, in milliseconds: a reaction must not hold up those behind it. */
const patienceMs = 20_000

/** Whether this installation is connected to Stripe. Where it is not, bank transfers work all the same, and pages say so. */
export const isStripeOn = (): boolean => env().STRIPE_SECRET_KEY !== undefined

/**
 * The port to Stripe: the official SDK, or undefined where no key is set. Only the worker calls it. It never tries again by
 * itself, because a reaction that failed is tried again by the queue, and then looks first for what was made (I4).
 */
export function stripeClient(): Stripe | undefined {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = env()
  if (!STRIPE_SECRET_KEY) return undefined
  return new Stripe(STRIPE_SECRET_KEY, {
    ...(STRIPE_API_BASE ? elsewhere(new URL(STRIPE_API_BASE)) : {}),
    maxNetworkRetries: 0,
    timeout: patienceMs,
    telemetry: false,
  })
}

const elsewhere = ({ hostname, port, protocol }: URL) => ({
  host: hostname,
  protocol: protocol.replace(':', '') as 'http' | 'https',
  ...(port ? { port } : {}),
})

/**
 * The secrets with which Stripe signs what it tells. While one takes the other's place, or where there are two endpoints, each
 * keeps its own: `STRIPE_WEBHOOK_SECRET` then holds both, separated by a comma (N15).
 */
export const webhookSecrets = (): string[] =>
  (env().STRIPE_WEBHOOK_SECRET ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** What Stripe told, if one of the secrets signed it within five minutes of `now` (I1); otherwise undefined. */
export function openStripeEvent(body: string, signature: string, now: Date): Stripe.Event | undefined {
  for (const secret of webhookSecrets()) {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, 300, undefined, now.getTime())
    } catch {
      // The next secret may be the one; where none is, the answer is undefined.
    }
  }
  return undefined
}
