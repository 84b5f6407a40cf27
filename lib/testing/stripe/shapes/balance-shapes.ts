import type Stripe from 'stripe'
import { nulls } from './nulls'

/** What makes ids and says the instant. */
type Clock = { now: number; newId: (prefix: string) => string }
type Moved = { amount: number; type: string; source: string; fee?: number; description?: string }

export function balanceTransactionOf(
  { now, newId }: Clock,
  { amount, type, source, fee = 0, description }: Moved,
): Stripe.BalanceTransaction {
  return {
    ...nulls('exchange_rate'),
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: now,
    balance_type: 'payments',
    created: now,
    currency: 'gbp',
    description: description ?? null,
    fee,
    fee_details: [],
    net: amount - fee,
    reporting_category: type,
    source,
    status: 'available',
    type: type as Stripe.BalanceTransaction.Type,
  }
}
