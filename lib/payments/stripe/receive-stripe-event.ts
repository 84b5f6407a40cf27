import 'server-only'
import type Stripe from 'stripe'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { openStripeEvent } from '@/lib/platform/stripe-port'
import { transaction } from '@/lib/platform/transaction'
import { insertStripeEvent } from './stripe-event-store'

/**
 * Stores what Stripe told and answers at once; the worker applies it. A signature that is none of ours, is older than five minutes or
 * is of other bytes is refused; an id that is known changes nothing; a type that means nothing to us is stored all the same (I1).
 */
export async function receiveStripeEvent(
  ctx: Context,
  { body, signature }: { body: string; signature: string },
): Promise<'refused' | 'known' | 'stored'> {
  const event = openStripeEvent(body, signature, ctx.now)
  if (!event) return 'refused'
  const id = newId()
  return transaction(async (tx) => {
    if (!(await insertStripeEvent(tx, { id, ...plainEvent(event), receivedAt: ctx.now }))) return 'known'
    await record(tx, ctx, {
      name: 'StripeEventStored',
      about: { type: 'StripeEvent', id },
      to: 'stored',
      organisationId: null,
      data: { eventId: event.id, type: event.type },
    })
    return 'stored'
  })
}

/** Ids only: names, addresses and bank details that Stripe sends along are not kept. */
function plainEvent(event: Stripe.Event) {
  const object = event.data.object as { object?: string; id?: string; customer?: unknown; charge?: unknown }
  const subject = object.customer ?? object.charge
  return {
    eventId: event.id,
    type: event.type as string,
    account: event.account ?? null,
    objectType: object.object ?? '',
    objectId: object.id ?? null,
    subjectId: typeof subject === 'string' ? subject : null,
    createdAt: new Date(event.created * 1000),
  }
}
