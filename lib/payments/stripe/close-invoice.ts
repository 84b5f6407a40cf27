import 'server-only'
import type Stripe from 'stripe'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { stripeClient } from '@/lib/platform/stripe-port'
import { getInvoiceFacts } from '../invoices/get-invoice-facts'
import { firstOf, makeOnce } from './make-once'
import { isOf, portalMetadata, type StripeAct } from './stripe-call'
import { findMade } from './stripe-call-store'

/** What was sent through Stripe and is void with us is made void there; a draft that was never final is taken away. */
export async function voidInvoiceWhenVoided(_ctx: Context, event: StoredEvent): Promise<void> {
  const found = await findSent(event.about.id)
  if (!found) return
  const { stripe, there } = found
  if (there.status === 'draft') await stripe.invoices.del(there.id)
  if (there.status === 'open')
    await stripe.invoices.voidInvoice(there.id, {}, { idempotencyKey: `portal/void/${event.about.id}/v1` })
}

/** An invoice that was paid by a recorded bank transfer is closed at Stripe too, as paid out of band. */
export async function closeInvoiceWhenPaid(_ctx: Context, event: StoredEvent): Promise<void> {
  const found = await findSent(event.about.id)
  if (found?.there.status !== 'open' || event.data.rail !== 'BACS') return
  const options = { idempotencyKey: `portal/out-of-band/${event.about.id}/v1` }
  await found.stripe.invoices.pay(found.there.id, { paid_out_of_band: true }, options)
}

/**
 * A credit in full at Stripe. What is open is credited and so closed. What was paid there goes back to the payer's balance, for the
 * recharge to take; and because a refund does not touch what went on to the supplier, that is reversed by an act of its own (N16).
 */
export async function creditInvoiceWhenCredited(ctx: Context, event: StoredEvent): Promise<void> {
  const found = await findSent(event.about.id)
  if (!found) return
  const { stripe, there } = found
  if (there.status === 'draft') return void (await stripe.invoices.del(there.id))
  if (there.status !== 'open' && there.status !== 'paid') return
  const act: StripeAct = { kind: 'credit-note', rowId: event.about.id, version: 1 }
  const [charge] = await chargesOf(stripe, there.id)
  const settled = charge ? { refund_amount: there.total } : { out_of_band_amount: there.total }
  await makeOnce(ctx, act, {
    find: () => firstOf(stripe.creditNotes.list({ invoice: there.id, limit: 100 }), isOf(act)),
    make: (options) =>
      stripe.creditNotes.create(
        {
          invoice: there.id,
          amount: there.total,
          ...(there.status === 'paid' ? settled : {}),
          metadata: portalMetadata(act),
        },
        options,
      ),
  })
  if (charge?.transfer) await takeBack(ctx, stripe, event.about.id, charge.transfer as string)
}

/** What went on to the supplier of an invoice comes back, and with it the levy that was kept of it. */
async function takeBack(ctx: Context, stripe: Stripe, invoiceId: string, transfer: string): Promise<void> {
  const act: StripeAct = { kind: 'reversal', rowId: invoiceId, version: 1 }
  const { amount } = await stripe.transfers.retrieve(transfer)
  await makeOnce(ctx, act, {
    find: () => firstOf(stripe.transfers.listReversals(transfer, { limit: 100 }), isOf(act)),
    make: (options) =>
      stripe.transfers.createReversal(
        transfer,
        { amount, refund_application_fee: true, metadata: portalMetadata(act) },
        options,
      ),
  })
}

/** The payments at Stripe that paid an invoice; none where it is open or was paid elsewhere. */
export async function chargesOf(stripe: Stripe, stripeInvoiceId: string): Promise<Stripe.Charge[]> {
  const { data } = await stripe.invoicePayments.list({ invoice: stripeInvoiceId, status: 'paid', limit: 100 })
  const charges: Stripe.Charge[] = []
  for (const { payment } of data) {
    const intent = payment.payment_intent && (await stripe.paymentIntents.retrieve(payment.payment_intent as string))
    if (intent && typeof intent.latest_charge === 'string')
      charges.push(await stripe.charges.retrieve(intent.latest_charge))
  }
  return charges
}

async function findSent(invoiceId: string) {
  const stripe = stripeClient()
  const invoice = stripe && (await getInvoiceFacts(db, invoiceId))
  if (!stripe || invoice?.rail !== 'STRIPE') return undefined
  const stripeId = await findMade(db, { kind: 'invoice', rowId: invoiceId, version: 1 })
  return stripeId ? { stripe, invoice, there: await stripe.invoices.retrieve(stripeId) } : undefined
}
