import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { stripeClient } from '@/lib/platform/stripe-port'
import { sendInvoice } from './send-invoice'
import { findUnsent } from './stripe-call-store'

/** What waits for Stripe in one round. */
const most = 20

/** An invoice that was released on Stripe goes to its payer. Without Stripe it waits. */
export async function sendInvoiceWhenIssued(ctx: Context, event: StoredEvent): Promise<void> {
  const stripe = stripeClient()
  if (stripe) await sendInvoice(ctx, stripe, event.about.id)
}

/** Sends what could not be sent when it was released, however long Stripe was away: one that fails holds up none behind it. */
export async function sendWaitingInvoices(ctx: Context): Promise<void> {
  const stripe = stripeClient()
  if (!stripe) return
  for (const id of await findUnsent(db, most))
    await sendInvoice(ctx, stripe, id).catch((error: Error) =>
      logger.warn({ invoiceId: id, because: error.message }, 'an invoice could not be sent through Stripe yet'),
    )
}
