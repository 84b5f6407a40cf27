import 'server-only'
import type Stripe from 'stripe'
import type { Context } from '@/lib/platform/context'
import { daysBetween } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { transaction } from '@/lib/platform/transaction'
import { readSettingsOn } from '@/lib/settings/read-settings'
import { getInvoiceFacts } from '../invoices/get-invoice-facts'
import { type Invoice, invoiceName } from '../invoices/invoice'
import { feeOf, linesToSend } from './invoice-lines-rules'
import { linkAccount, linkCustomer } from './link-parties'
import { firstOf, makeOnce } from './make-once'
import { isOf, keyOf, portalMetadata, type StripeAct } from './stripe-call'
import { findMade, findSentLines, keepMade, noteTry } from './stripe-call-store'

/**
 * Sends an issued invoice to its payer through Stripe: payer and supplier are linked, the draft made, its lines added, and it is
 * made final only when Stripe's sum is ours. Every step may be taken again (I4). Everything that Stripe is told follows from the
 * invoice and its day of issue, so that the same key always goes with the same words.
 */
export async function sendInvoice(ctx: Context, stripe: Stripe, invoiceId: string): Promise<void> {
  const invoice = await getInvoiceFacts(db, invoiceId)
  if (!invoice || !(await isToSend(invoice))) return
  if (await findMade(db, actOf('final', invoice))) return
  const customer = await linkCustomer(ctx, stripe, invoice.payerId)
  const account = await linkAccount(ctx, stripe, invoice.supplierId)
  const draft = await makeDraft(ctx, stripe, invoice, customer, account)
  await addLines(ctx, stripe, invoice, customer, draft)
  await makeFinal(ctx, stripe, invoice, draft)
}

/** Issued on Stripe; a recharge also where held money has paid it already, because at Stripe that money waits for it. */
async function isToSend({ rail, state, correctsId }: Invoice): Promise<boolean> {
  if (rail !== 'STRIPE') return false
  if (state !== 'paid') return state === 'issued' || state === 'part-funded'
  return correctsId !== null && (await getInvoiceFacts(db, correctsId))?.rail === 'STRIPE'
}

const actOf = (kind: StripeAct['kind'], { id }: Invoice, version = 1): StripeAct => ({ kind, rowId: id, version })

async function makeDraft(ctx: Context, stripe: Stripe, invoice: Invoice, customer: string, account: string) {
  const act = actOf('invoice', invoice)
  const settings = await readSettingsOn(db, invoice.issuedOn!, invoice.payerId, ['levy-percent'])
  if (!settings.ok) throw new Error('the levy is not set, so no invoice can be sent through Stripe')
  const fee = feeOf(invoice.grossPence, settings.value.count('levy-percent'))
  const params: Stripe.InvoiceCreateParams = {
    customer,
    currency: 'gbp',
    collection_method: 'send_invoice',
    days_until_due: Math.max(0, daysBetween(invoice.issuedOn!, invoice.dueOn!)),
    auto_advance: false,
    pending_invoice_items_behavior: 'exclude',
    description: `${invoiceName(invoice)}, contract ${invoice.contractNumber}, ${invoice.month.slice(0, 7)}`,
    on_behalf_of: account,
    issuer: { type: 'account', account },
    transfer_data: { destination: account },
    ...(fee > 0n ? { application_fee_amount: Number(fee) } : {}),
    payment_settings: {
      payment_method_types: ['customer_balance'],
      payment_method_options: {
        customer_balance: { funding_type: 'bank_transfer', bank_transfer: { type: 'gb_bank_transfer' } },
      },
    },
    metadata: { ...portalMetadata(act), portal_invoice: invoice.id },
  }
  return makeOnce(ctx, act, {
    find: (since) => firstOf(stripe.invoices.list({ customer, created: { gte: since }, limit: 100 }), isOf(act)),
    make: (options) => stripe.invoices.create(params, options),
  })
}

async function addLines(ctx: Context, stripe: Stripe, invoice: Invoice, customer: string, draft: string) {
  const lines = linesToSend(invoice, await findSentLines(db, invoice.id, invoice.submission))
  for (const [position, { description, pence }] of lines.entries()) {
    const act = actOf('item', invoice, position + 1)
    const item = {
      customer,
      invoice: draft,
      currency: 'gbp',
      amount: Number(pence),
      description,
      metadata: portalMetadata(act),
    }
    await makeOnce(ctx, act, {
      find: () => firstOf(stripe.invoiceItems.list({ invoice: draft, limit: 100 }), isOf(act)),
      make: (options) => stripe.invoiceItems.create(item, options),
    })
  }
}

async function makeFinal(ctx: Context, stripe: Stripe, invoice: Invoice, draft: string): Promise<void> {
  const act = actOf('final', invoice)
  await noteTry(db, act, ctx.now)
  const there = await stripe.invoices.retrieve(draft)
  if (BigInt(there.total) !== invoice.grossPence)
    throw new Error(`Stripe has ${there.total} pence for an invoice of ${invoice.grossPence}: it is not made final`)
  if (there.status === 'draft') await stripe.invoices.finalizeInvoice(draft, {}, { idempotencyKey: keyOf(act) })
  await transaction(async (tx) => {
    if (!(await keepMade(tx, act, draft, ctx.now))) return
    await record(tx, ctx, {
      name: 'StripeInvoiceSent',
      about: { type: 'Invoice', id: invoice.id },
      organisationId: invoice.payerId,
      data: { stripeId: draft },
    })
  })
}
