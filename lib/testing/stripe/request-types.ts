import type Stripe from 'stripe'

/** Every request that the stand-in knows, with the parameters that the SDK gives it: out of these the schemas are made (E3). */
export interface Requests {
  'customers.create': Stripe.CustomerCreateParams
  'customers.update': Stripe.CustomerUpdateParams
  'customers.list': Stripe.CustomerListParams
  'customers.cashBalance': Stripe.CustomerRetrieveCashBalanceParams
  'customers.cashTransactions': Stripe.CustomerListCashBalanceTransactionsParams
  /** The SDK does not name this one outside its test helpers. */
  'customers.fund': { amount: number; currency: string; reference?: string; expand?: string[] }
  'accounts.create': Stripe.AccountCreateParams
  'accounts.list': Stripe.AccountListParams
  'invoices.create': Stripe.InvoiceCreateParams
  'invoices.list': Stripe.InvoiceListParams
  'invoices.finalize': Stripe.InvoiceFinalizeInvoiceParams
  'invoices.void': Stripe.InvoiceVoidInvoiceParams
  'invoices.pay': Stripe.InvoicePayParams
  'invoicePayments.list': Stripe.InvoicePaymentListParams
  'invoiceitems.create': Stripe.InvoiceItemCreateParams
  'invoiceitems.list': Stripe.InvoiceItemListParams
  'creditNotes.create': Stripe.CreditNoteCreateParams
  'creditNotes.list': Stripe.CreditNoteListParams
  'paymentIntents.list': Stripe.PaymentIntentListParams
  'charges.list': Stripe.ChargeListParams
  'refunds.create': Stripe.RefundCreateParams
  'refunds.list': Stripe.RefundListParams
  'transfers.create': Stripe.TransferCreateParams
  'transfers.list': Stripe.TransferListParams
  'transfers.reverse': Stripe.TransferCreateReversalParams
  'transfers.listReversals': Stripe.TransferListReversalsParams
  'payouts.create': Stripe.PayoutCreateParams
  'payouts.list': Stripe.PayoutListParams
  'balanceTransactions.list': Stripe.BalanceTransactionListParams
  'events.list': Stripe.EventListParams
  'webhookEndpoints.create': Stripe.WebhookEndpointCreateParams
  'webhookEndpoints.list': Stripe.WebhookEndpointListParams
  'any.retrieve': { expand?: string[] }
}
export type RequestName = keyof Requests
