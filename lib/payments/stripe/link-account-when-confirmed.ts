import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { stripeClient } from '@/lib/platform/stripe-port'
import { findAccount } from '../accounts/payout-account-store'
import { linkAccount } from './link-parties'

/** A supplier that is paid through Stripe, as a second person of it has confirmed, gets its connected account there. */
export async function linkAccountWhenConfirmed(ctx: Context, event: StoredEvent): Promise<void> {
  const stripe = stripeClient()
  const account = stripe && (await findAccount(db, event.about.id))
  if (stripe && account?.rail === 'STRIPE' && account.confirmedById !== null)
    await linkAccount(ctx, stripe, account.supplierId)
}
