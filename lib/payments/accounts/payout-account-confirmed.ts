import 'server-only'
import { db, type Tx } from '@/lib/platform/db'
import { isStripeOn } from '@/lib/platform/stripe-port'
import { whyNotByStripe } from './payout-account'
import { findPayoutAccount } from './payout-account-store'

/**
 * V4: whether the account that a supplier has entered last was confirmed by a second person of it. Until then nothing is
 * released to that supplier; one that has entered none has nothing that could be confirmed.
 */
export async function payoutAccountConfirmed(supplierId: string, tx: Tx = db): Promise<boolean> {
  const account = await findPayoutAccount(tx, supplierId)
  return account !== undefined && account.confirmedById !== null && account.confirmedById !== account.changedById
}

/** Why nothing can be released to this supplier on Stripe, in words; undefined where it can. */
export async function findWhyNotByStripe(supplierId: string, tx: Tx = db): Promise<string | undefined> {
  return whyNotByStripe(await findPayoutAccount(tx, supplierId), isStripeOn())
}
