import Stripe from 'stripe'
import type { Delivered } from '@/lib/testing/stripe/deliveries'
import { db } from '../support/journey'
import type { StripeAct } from '../support/stripe'

/** Stripe's API as the journey itself may call it: the payer sends money by a test call. */
export function stripe(): Stripe {
  const { hostname: host, port } = new URL(process.env.STRIPE_API_BASE!)
  return new Stripe(process.env.STRIPE_SECRET_KEY!, { host, port, protocol: 'http', maxNetworkRetries: 0 })
}

/** What Stripe tells the portal of all that happened since. @returns the answers of the webhook. */
export async function stripeTells(way: { tampered?: boolean; again?: boolean } = {}): Promise<number[]> {
  const told = await perform<Delivered[]>(
    way.again ? { act: 'tell-again' } : { act: 'tell', tampered: way.tampered ?? false },
  )
  return told.map(({ status }) => status)
}

/** All that a supplier holds at Stripe goes to its bank. @returns the payout's id. */
export const payOut = async (account: string): Promise<string> =>
  (await perform<Stripe.Payout>({ act: 'pay-out', account })).id

export const movePayout = (account: string, id: string, to: 'in_transit' | 'paid' | 'failed') =>
  perform({ act: 'move-payout', account, id, to })

/** What stands for a row of ours at Stripe. */
export async function madeAtStripe(kind: 'customer' | 'account' | 'invoice', rowId: string): Promise<string> {
  return (await db.stripeCall.findFirstOrThrow({ where: { kind, rowId, stripeId: { not: null } } })).stripeId!
}

async function perform<T>(asked: StripeAct): Promise<T> {
  const answer = await fetch(process.env.STRIPE_DOOR!, { method: 'POST', body: JSON.stringify(asked) })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as T
}
