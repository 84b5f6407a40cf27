import 'server-only'
import type Stripe from 'stripe'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { stripeClient } from '@/lib/platform/stripe-port'
import { transaction } from '@/lib/platform/transaction'
import { readEffect } from './read-effect'
import type { Outcome } from './settle-invoice'
import type { StripeEvent } from './stripe-event'
import { type StripeEventCommand, stripeEventMachine } from './stripe-event-machine'
import { findStripeEvent, findWaiting, lockStripeEvent, saveStripeEvent } from './stripe-event-store'

/** How many events one round of the clock takes up again. */
const most = 50

/** Applies what Stripe told: asks Stripe how things stand now, then brings ours there. Its row and its effects are one transaction. */
export async function applyStripeEvent(ctx: Context, stripe: Stripe, id: string): Promise<void> {
  const event = await findStripeEvent(db, id)
  if (!event || (event.state !== 'stored' && event.state !== 'parked')) return
  const effect = await readEffect(stripe, event)
  const done = await transaction(async (tx) => {
    const locked = await lockStripeEvent(tx, id)
    if (!locked || locked.state === 'applied' || locked.state === 'ignored') return undefined
    const outcome = await effect(tx, ctx)
    // What was written on the way to being put aside must not stay: the whole is tried again.
    if (outcome.to === 'parked') return { ok: false as const, outcome }
    await move(tx, ctx, locked, outcome)
    return undefined
  })
  if (done) await transaction((tx) => park(tx, ctx, id, done.outcome))
}

async function park(tx: Tx, ctx: Context, id: string, outcome: Outcome): Promise<void> {
  const locked = await lockStripeEvent(tx, id)
  if (locked?.state === 'stored' || locked?.state === 'parked') await move(tx, ctx, locked, outcome)
}

const commands: Record<Outcome['to'], StripeEventCommand> = { applied: 'apply', ignored: 'ignore', parked: 'park' }

async function move(tx: Tx, ctx: Context, event: StripeEvent, outcome: Outcome): Promise<void> {
  // One that was put aside and turns out not to concern us has no other end than to be done with.
  const command = event.state === 'parked' && outcome.to === 'ignored' ? 'apply' : commands[outcome.to]
  const edge = next(stripeEventMachine, event.state, command)
  const because = outcome.to === 'parked' ? outcome.because : null
  const saved = await saveStripeEvent(tx, event, { ...(edge ? { state: edge.to } : {}), because, triedAt: ctx.now })
  if (!saved) throw new Error('somebody was faster by a moment: to be tried again')
  if (!edge) return
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'StripeEvent', id: event.id },
    from: event.state,
    to: edge.to,
    organisationId: null,
    data: { type: event.type },
  })
}

export async function applyEventWhenStored(ctx: Context, event: StoredEvent): Promise<void> {
  const stripe = stripeClient()
  if (stripe) await applyStripeEvent(ctx, stripe, event.about.id)
}

/** Takes up again what was put aside (I3), and what could not be asked about while Stripe was away. */
export async function applyWaitingEvents(ctx: Context): Promise<void> {
  const stripe = stripeClient()
  if (!stripe) return
  for (const id of await findWaiting(db, ctx.now, most))
    await applyStripeEvent(ctx, stripe, id).catch((error: Error) =>
      logger.warn({ stripeEvent: id, because: error.message }, 'an event of Stripe could not be applied yet'),
    )
}
