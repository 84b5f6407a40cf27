import Stripe from 'stripe'

export type StripeParty = { customer: string; account: string }

/** A payer and a supplier as Stripe knows them. Each call is made once by its key, whatever becomes of the answers. */
export async function partyOf(stripe: Stripe, key?: string): Promise<StripeParty> {
  const option = (name: string) => (key ? { idempotencyKey: `${key}-${name}` } : {})
  const customer = await stripe.customers.create({ name: 'North Bank' }, option('customer'))
  const account = await stripe.accounts.create({ type: 'custom', country: 'GB' }, option('account'))
  return { customer: customer.id, account: account.id }
}

/** An invoice of these lines on its way to the payer, as the rail sends one. */
export async function billed(
  stripe: Stripe,
  { customer, account }: StripeParty,
  lines: number[],
  feePence = 0,
  key?: string,
) {
  const option = (name: string) => (key ? { idempotencyKey: `${key}-${name}` } : {})
  const draft = await stripe.invoices.create(
    {
      customer,
      collection_method: 'send_invoice',
      days_until_due: 30,
      currency: 'gbp',
      auto_advance: false,
      on_behalf_of: account,
      issuer: { type: 'account', account },
      transfer_data: { destination: account },
      ...(feePence > 0 ? { application_fee_amount: feePence } : {}),
      payment_settings: {
        payment_method_types: ['customer_balance'],
        payment_method_options: {
          customer_balance: { funding_type: 'bank_transfer', bank_transfer: { type: 'gb_bank_transfer' } },
        },
      },
    },
    option('invoice'),
  )
  for (const [i, amount] of lines.entries())
    await stripe.invoiceItems.create({ customer, invoice: draft.id, amount, currency: 'gbp' }, option(`line-${i}`))
  return stripe.invoices.finalizeInvoice(draft.id, {}, option('finalize'))
}

/** What a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error('this was not refused')
  return error
}
