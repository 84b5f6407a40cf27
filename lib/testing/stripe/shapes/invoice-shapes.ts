import Stripe from 'stripe'
import type { World } from '../world'
import { listOf, metadataOf, nulls } from './nulls'

export function invoiceOf(world: World, given: Stripe.InvoiceCreateParams, customer: Stripe.Customer): Stripe.Invoice {
  const id = world.newId('in')
  return {
    ...nulls(
      'account_name',
      'account_tax_ids',
      'application',
      'automatically_finalizes_at',
      'custom_fields',
      'customer_account',
    ),
    ...nulls('customer_address', 'customer_phone', 'customer_shipping', 'default_payment_method', 'default_source'),
    ...nulls('effective_at', 'ending_balance', 'from_invoice', 'last_finalization_error', 'latest_revision'),
    ...nulls(
      'next_payment_attempt',
      'number',
      'parent',
      'receipt_number',
      'rendering',
      'shipping_cost',
      'shipping_details',
    ),
    ...nulls(
      'statement_descriptor',
      'test_clock',
      'total_discount_amounts',
      'total_pretax_credit_amounts',
      'total_taxes',
    ),
    ...nulls('webhooks_delivered_at', 'due_date'),
    id,
    object: 'invoice',
    account_country: 'GB',
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_paid_off_stripe: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    attempt_count: 0,
    attempted: false,
    auto_advance: given.auto_advance ?? false,
    automatic_tax: { ...nulls('disabled_reason', 'liability', 'provider', 'status'), enabled: false },
    billing_reason: 'manual',
    collection_method: given.collection_method ?? 'charge_automatically',
    created: world.now,
    currency: given.currency ?? 'gbp',
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_tax_rates: [],
    description: given.description ?? null,
    discounts: [],
    footer: given.footer ?? null,
    issuer: { type: given.issuer?.type ?? 'self', ...(given.issuer?.account ? { account: given.issuer.account } : {}) },
    lines: listOf([], `/v1/invoices/${id}/lines`),
    livemode: false,
    metadata: metadataOf(given.metadata),
    on_behalf_of: given.on_behalf_of ?? null,
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: (given.payment_settings?.payment_method_types || null) as never,
    },
    period_end: world.now,
    period_start: world.now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    starting_balance: 0,
    status: 'draft',
    status_transitions: nulls('finalized_at', 'marked_uncollectible_at', 'paid_at', 'voided_at'),
    subtotal: 0,
    subtotal_excluding_tax: 0,
    total: 0,
    total_excluding_tax: 0,
  }
}

export function invoiceItemOf(world: World, given: Stripe.InvoiceItemCreateParams): Stripe.InvoiceItem {
  return {
    ...nulls('customer_account', 'discounts', 'parent', 'pricing', 'tax_rates', 'test_clock'),
    id: world.newId('ii'),
    object: 'invoiceitem',
    amount: given.amount!,
    currency: given.currency ?? 'gbp',
    customer: given.customer!,
    date: world.now,
    description: given.description ?? null,
    discountable: false,
    invoice: given.invoice ?? null,
    livemode: false,
    metadata: metadataOf(given.metadata),
    period: { start: given.period?.start ?? world.now, end: given.period?.end ?? world.now },
    proration: false,
    quantity: 1,
    quantity_decimal: Stripe.Decimal.from('1'),
  }
}

export function lineOf(world: World, item: Stripe.InvoiceItem): Stripe.InvoiceLineItem {
  return {
    ...nulls('discount_amounts', 'parent', 'pretax_credit_amounts', 'pricing', 'subscription', 'taxes'),
    id: world.newId('il'),
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discountable: false,
    discounts: [],
    invoice: item.invoice as string,
    livemode: false,
    metadata: item.metadata ?? {},
    period: item.period,
    quantity: 1,
    quantity_decimal: item.quantity_decimal,
    subtotal: item.amount,
  }
}

export function creditNoteOf(
  world: World,
  given: Stripe.CreditNoteCreateParams,
  invoice: Stripe.Invoice,
): Stripe.CreditNote {
  const [id, amount] = [world.newId('cn'), given.amount!]
  const isPaid = invoice.status === 'paid'
  return {
    ...nulls(
      'customer_account',
      'customer_balance_transaction',
      'effective_at',
      'shipping_cost',
      'total_taxes',
      'voided_at',
    ),
    id,
    object: 'credit_note',
    amount,
    amount_shipping: 0,
    created: world.now,
    currency: invoice.currency,
    customer: invoice.customer as string,
    discount_amount: 0,
    discount_amounts: [],
    invoice: invoice.id,
    lines: listOf([], `/v1/credit_notes/${id}/lines`),
    livemode: false,
    memo: given.memo ?? null,
    metadata: metadataOf(given.metadata),
    number: `${invoice.number}-CN-${id.slice(-4)}`,
    out_of_band_amount: given.out_of_band_amount ?? null,
    pdf: 'https://pay.stripe.test/credit-note.pdf',
    post_payment_amount: isPaid ? amount : 0,
    pre_payment_amount: isPaid ? 0 : amount,
    pretax_credit_amounts: [],
    reason: given.reason ?? null,
    refunds: [],
    status: 'issued',
    subtotal: amount,
    subtotal_excluding_tax: amount,
    total: amount,
    total_excluding_tax: amount,
    type: isPaid ? 'post_payment' : 'pre_payment',
  }
}

export function invoicePaymentOf(world: World, invoice: Stripe.Invoice, intent: string): Stripe.InvoicePayment {
  return {
    ...nulls('amount_paid'),
    id: world.newId('inpay'),
    object: 'invoice_payment',
    amount_requested: invoice.amount_due,
    created: world.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent },
    status: 'open',
    status_transitions: nulls('canceled_at', 'paid_at'),
  }
}
