import 'server-only'
import type Stripe from 'stripe'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { refusalWords } from '@/lib/platform/refusal-words'
import { recordPayout } from '../money/record-payout'
import { payoutStateOf } from './money-rules'
import { type InvoiceAtStripe, readInvoiceAtStripe } from './read-invoice-at-stripe'
import { type Outcome, settleInvoice } from './settle-invoice'
import { findRowOf } from './stripe-call-store'
import type { StripeEvent } from './stripe-event'

/** What an event does, once everything that Stripe must say about it is known. */
export type Effect = (tx: Tx, ctx: Context) => Promise<Outcome>

const ignore: Effect = async () => ({ to: 'ignored' })

/** Asks Stripe about the object of an event. Types that mean nothing to us do nothing. */
export async function readEffect(stripe: Stripe, event: StripeEvent): Promise<Effect> {
  if (event.type.startsWith('payout.')) return payoutEffect(stripe, event)
  // What happens on a connected account, payouts apart, is the supplier's own.
  if (event.account !== null) return ignore
  const ids = await invoicesOf(stripe, event)
  const there: InvoiceAtStripe[] = []
  for (const id of ids) there.push(await readInvoiceAtStripe(stripe, id))
  return there.length === 0 ? ignore : (tx, ctx) => settleAll(tx, ctx, there)
}

async function settleAll(tx: Tx, ctx: Context, there: InvoiceAtStripe[]): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const one of there) outcomes.push(await settleInvoice(tx, ctx, one))
  return outcomes.find(({ to }) => to === 'parked') ?? outcomes.find(({ to }) => to === 'applied') ?? { to: 'ignored' }
}

/** The invoices at Stripe that an event is about, by id. */
async function invoicesOf(stripe: Stripe, { type, objectId, subjectId }: StripeEvent): Promise<string[]> {
  const [family] = type.split('.') as [string]
  if (family === 'invoice' && objectId) return type === 'invoice.deleted' ? [] : [objectId]
  if (family === 'payment_intent' && objectId) return ofIntent(stripe, objectId)
  if (family === 'charge' && objectId?.startsWith('ch_')) return ofCharge(stripe, objectId)
  if (family === 'refund' && subjectId)
    return subjectId.startsWith('ch_') ? ofCharge(stripe, subjectId) : openOf(stripe, subjectId)
  if (family === 'transfer' && objectId) {
    const { source_transaction: charge } = await stripe.transfers.retrieve(objectId)
    return charge ? ofCharge(stripe, charge as string) : []
  }
  if ((family === 'customer_cash_balance_transaction' || family === 'cash_balance') && subjectId)
    return openOf(stripe, subjectId)
  return []
}

async function ofIntent(stripe: Stripe, intent: string): Promise<string[]> {
  const payment = { type: 'payment_intent' as const, payment_intent: intent }
  return (await stripe.invoicePayments.list({ payment, limit: 100 })).data.map((one) => one.invoice as string)
}

async function ofCharge(stripe: Stripe, charge: string): Promise<string[]> {
  const { payment_intent: intent } = await stripe.charges.retrieve(charge)
  return intent ? ofIntent(stripe, intent as string) : []
}

/** Money of a payer may lie on any invoice that is open. */
async function openOf(stripe: Stripe, customer: string): Promise<string[]> {
  return (await stripe.invoices.list({ customer, status: 'open', limit: 100 })).data.map(({ id }) => id)
}

async function payoutEffect(stripe: Stripe, { account, objectId }: StripeEvent): Promise<Effect> {
  if (!account || !objectId) return ignore
  const payout = await stripe.payouts.retrieve(objectId, {}, { stripeAccount: account })
  const state = payoutStateOf(payout.status)
  if (!state) return ignore
  return async (tx, ctx) => {
    const supplierId = await findRowOf(tx, 'account', account)
    if (!supplierId) return { to: 'parked', because: 'The portal does not know this connected account yet' }
    const word = {
      payoutKey: `stripe/${payout.id}`,
      state,
      of: { supplierId, pence: BigInt(payout.amount), rail: 'STRIPE' as const },
      on: dayOf(new Date(payout.arrival_date * 1000)),
      // The code alone: the message may name a bank account.
      ...(payout.failure_code ? { because: payout.failure_code } : {}),
    }
    const recorded = await recordPayout(tx, ctx, word)
    return recorded.ok ? { to: 'applied' } : { to: 'parked', because: refusalWords(recorded.refusal) }
  }
}
