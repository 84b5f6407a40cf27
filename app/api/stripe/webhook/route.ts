import { receiveStripeEvent } from '@/lib/payments/stripe/receive-stripe-event'
import { system } from '@/lib/platform/actor'
import { apiHeaders } from '@/lib/platform/api-headers'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { shortBody } from '@/lib/platform/short-body'

/** Events of Stripe are some kilobytes; nobody else has anything to say here. */
const mostBytes = 1_000_000

/** What Stripe tells: verified, stored, answered. The worker applies it (I1). */
export async function POST(request: Request): Promise<Response> {
  const body = await shortBody(request, mostBytes)
  const signature = request.headers.get('stripe-signature') ?? ''
  const ctx = { actor: system, now: now(), requestId: newId() }
  const outcome = body === undefined ? 'refused' : await receiveStripeEvent(ctx, { body, signature })
  return Response.json({ outcome }, { status: outcome === 'refused' ? 400 : 200, headers: apiHeaders() })
}
