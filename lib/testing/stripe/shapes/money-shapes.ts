import type Stripe from 'stripe'
import type { World } from '../world'
import { listOf, metadataOf, nulls } from './nulls'

export function intentOf(world: World, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  return {
    ...nulls(
      'allowed_payment_method_types',
      'application',
      'automatic_payment_methods',
      'canceled_at',
      'cancellation_reason',
    ),
    ...nulls('client_secret', 'customer_account', 'description', 'excluded_payment_method_types', 'last_payment_error'),
    ...nulls('latest_charge', 'managed_payments', 'payment_method', 'payment_method_configuration_details'),
    ...nulls('payment_method_options', 'payment_record', 'processing', 'receipt_email', 'review', 'setup_future_usage'),
    ...nulls('shipping', 'source', 'statement_descriptor', 'statement_descriptor_suffix', 'transfer_group'),
    id: world.newId('pi'),
    object: 'payment_intent',
    amount: invoice.amount_due,
    amount_capturable: 0,
    amount_received: 0,
    application_fee_amount: world.hidden(invoice).feePence || null,
    capture_method: 'automatic',
    confirmation_method: 'automatic',
    created: world.now,
    currency: invoice.currency,
    customer: invoice.customer as string,
    livemode: false,
    metadata: {},
    next_action: instructions(invoice.amount_due),
    on_behalf_of: invoice.on_behalf_of as string | null,
    payment_method_types: ['customer_balance'],
    status: 'requires_action',
    transfer_data: world.hidden(invoice).destination ? { destination: world.hidden(invoice).destination! } : null,
  }
}

/** What the payer still has to send, as the payment says it until all is there. */
export const instructions = (remaining: number): Stripe.PaymentIntent.NextAction =>
  ({
    type: 'display_bank_transfer_instructions',
    display_bank_transfer_instructions: {
      ...nulls('hosted_instructions_url', 'reference'),
      amount_remaining: remaining,
      currency: 'gbp',
      financial_addresses: [],
      type: 'gb_bank_transfer',
    },
  }) as unknown as Stripe.PaymentIntent.NextAction

type ChargeFacts = Pick<Stripe.Charge, 'amount'> & Partial<Stripe.Charge>

/** A payment that went through: of an invoice on the platform, or what a transfer becomes on the connected account. */
export function chargeOf(world: World, prefix: 'ch' | 'py', facts: ChargeFacts): Stripe.Charge {
  return {
    ...nulls(
      'application',
      'application_fee',
      'application_fee_amount',
      'balance_transaction',
      'calculated_statement_descriptor',
    ),
    ...nulls(
      'customer',
      'description',
      'failure_balance_transaction',
      'failure_code',
      'failure_message',
      'fraud_details',
    ),
    ...nulls('on_behalf_of', 'outcome', 'payment_intent', 'payment_method', 'payment_method_details', 'receipt_email'),
    ...nulls(
      'receipt_number',
      'receipt_url',
      'review',
      'shipping',
      'source',
      'source_transfer',
      'statement_descriptor',
    ),
    ...nulls('statement_descriptor_suffix', 'transfer_data', 'transfer_group'),
    id: world.newId(prefix),
    object: 'charge',
    amount_captured: facts.amount,
    amount_refunded: 0,
    billing_details: nulls('address', 'email', 'name', 'phone', 'tax_id'),
    captured: true,
    created: world.now,
    currency: 'gbp',
    disputed: false,
    livemode: false,
    metadata: {},
    paid: true,
    refunded: false,
    status: 'succeeded',
    ...facts,
  }
}

export function refundOf(
  world: World,
  given: Stripe.RefundCreateParams,
  charge: Stripe.Charge,
  amount: number,
): Stripe.Refund {
  return {
    ...nulls(
      'balance_transaction',
      'customer_account',
      'payment_method',
      'receipt_number',
      'source_transfer_reversal',
      'transfer_reversal',
    ),
    id: world.newId('re'),
    object: 'refund',
    amount,
    charge: charge.id,
    created: world.now,
    currency: 'gbp',
    customer: charge.customer as string | null,
    metadata: metadataOf(given.metadata),
    payment_intent: charge.payment_intent as string | null,
    reason: given.reason ?? null,
    status: 'succeeded',
  }
}

export function transferOf(
  world: World,
  facts: Partial<Stripe.Transfer> & Pick<Stripe.Transfer, 'amount' | 'destination'>,
): Stripe.Transfer {
  const id = world.newId('tr')
  return {
    ...nulls('balance_transaction', 'description', 'source_transaction', 'transfer_group'),
    id,
    object: 'transfer',
    amount_reversed: 0,
    created: world.now,
    currency: 'gbp',
    livemode: false,
    metadata: {},
    reversals: listOf([], `/v1/transfers/${id}/reversals`),
    reversed: false,
    source_type: 'card',
    ...facts,
  }
}

export function reversalOf(
  world: World,
  given: Stripe.TransferCreateReversalParams,
  transfer: Stripe.Transfer,
  amount: number,
): Stripe.TransferReversal {
  return {
    ...nulls('balance_transaction', 'destination_payment_refund', 'source_refund'),
    id: world.newId('trr'),
    object: 'transfer_reversal',
    amount,
    created: world.now,
    currency: 'gbp',
    metadata: metadataOf(given.metadata),
    transfer: transfer.id,
  }
}

export function payoutOf(
  world: World,
  facts: Pick<Stripe.Payout, 'amount' | 'automatic'> & Partial<Stripe.Payout>,
): Stripe.Payout {
  return {
    ...nulls(
      'application_fee',
      'application_fee_amount',
      'balance_transaction',
      'description',
      'destination',
      'failure_balance_transaction',
    ),
    ...nulls(
      'failure_code',
      'failure_message',
      'original_payout',
      'payout_method',
      'reversed_by',
      'statement_descriptor',
      'trace_id',
    ),
    id: world.newId('po'),
    object: 'payout',
    arrival_date: world.now + 86_400,
    created: world.now,
    currency: 'gbp',
    livemode: false,
    metadata: {},
    method: 'standard',
    reconciliation_status: facts.automatic ? 'completed' : 'not_applicable',
    source_type: 'card',
    status: 'pending',
    type: 'bank_account',
    ...facts,
  }
}
