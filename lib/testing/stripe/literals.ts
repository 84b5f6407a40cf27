/**
 * The values that an enum of a request may have here. The SDK types every one of them as its literals *or any string*, so a
 * misspelt value would pass; these are ours, for what the rail sends. For other parameters the SDK's own literals count.
 */
export const literals: Record<string, readonly string[]> = {
  'InvoiceCreateParams.CollectionMethod': ['send_invoice', 'charge_automatically'],
  'InvoiceCreateParams.Issuer.Type': ['account', 'self'],
  'InvoiceCreateParams.PaymentSettings.PaymentMethodType': ['customer_balance', 'card', 'bacs_debit'],
  'InvoiceCreateParams.PendingInvoiceItemsBehavior': ['exclude', 'include'],
  'InvoiceListParams.Status': ['draft', 'open', 'paid', 'uncollectible', 'void'],
  'AccountCreateParams.Type': ['custom', 'express', 'standard'],
  'AccountCreateParams.BusinessType': ['company', 'government_entity', 'individual', 'non_profit'],
  'CreditNoteCreateParams.Reason': ['duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory'],
  'RefundCreateParams.Reason': ['duplicate', 'fraudulent', 'requested_by_customer'],
  'PayoutCreateParams.Method': ['standard', 'instant'],
}

/** Text parameters that the SDK does not even type as an enum. */
export const literalsOfParameters: Record<string, readonly string[]> = {
  'invoices.create currency': ['gbp'],
  'invoiceitems.create currency': ['gbp'],
  'transfers.create currency': ['gbp'],
  'payouts.create currency': ['gbp'],
  'customers.fund currency': ['gbp'],
  'accounts.create country': ['GB'],
  'invoices.create payment_settings[payment_method_options][customer_balance][funding_type]': ['bank_transfer'],
  'invoices.create payment_settings[payment_method_options][customer_balance][bank_transfer][type]': [
    'gb_bank_transfer',
  ],
}
