import 'server-only'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isStripeOn } from '@/lib/platform/stripe-port'
import type { PayoutAccount } from './payout-account'
import { mayChangePayoutAccount, mayConfirmPayoutAccount } from './payout-account-policy'
import { findPayoutAccount } from './payout-account-store'

export type PayoutAccountView = {
  supplierId: string
  account: PayoutAccount | undefined
  mayChange: Decision
  mayConfirm: Decision | undefined
  isStripeOn: boolean
}

/** Where the actor's supplier is paid; undefined for who belongs to none. */
export async function getPayoutAccount(ctx: Context): Promise<PayoutAccountView | undefined> {
  const [supplierId] = organisationsOf(ctx.actor, 'supplier-signatory', 'supplier-editor')
  if (!supplierId) return undefined
  const account = await findPayoutAccount(db, supplierId)
  return {
    supplierId,
    account,
    mayChange: mayChangePayoutAccount(ctx.actor, supplierId),
    mayConfirm: account && mayConfirmPayoutAccount(ctx.actor, account),
    isStripeOn: isStripeOn(),
  }
}
