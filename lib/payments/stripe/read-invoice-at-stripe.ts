import 'server-only'
import type Stripe from 'stripe'
import { type Day, dayOf } from '@/lib/platform/days'
import { chargesOf } from './close-invoice'

/** An invoice as Stripe has it now, in pence. */
export type InvoiceAtStripe = {
  stripeId: string
  /** Whether its own metadata say that the portal made it. */
  isOurs: boolean
  status: string
  fundedPence: bigint
  /** What the payer has sent to Stripe in all. */
  sentByPayerPence: bigint
  paidOn: Day
  number: string
  refund: 'none' | 'part' | 'whole'
  transfers: { id: string; pence: bigint; feePence: bigint; reversed: 'none' | 'part' | 'whole' }[]
}

const partOf = (of: number, whole: number) => (of === 0 ? 'none' : of < whole ? 'part' : 'whole')

/** Asks Stripe how things stand with an invoice: what was told in an event may be old by now (I2). */
export async function readInvoiceAtStripe(stripe: Stripe, stripeId: string): Promise<InvoiceAtStripe> {
  const invoice = await stripe.invoices.retrieve(stripeId)
  const charges = invoice.status === 'paid' ? await chargesOf(stripe, stripeId) : []
  const [paid, refunded] = [
    charges.reduce((sum, c) => sum + c.amount, 0),
    charges.reduce((sum, c) => sum + c.amount_refunded, 0),
  ]
  const funded = invoice.status === 'open' ? await partFunded(stripe, stripeId) : paid - refunded
  const transfers: InvoiceAtStripe['transfers'] = []
  for (const charge of charges.filter((one) => one.transfer)) {
    const { id, amount, amount_reversed } = await stripe.transfers.retrieve(charge.transfer as string)
    const feePence = BigInt(charge.application_fee_amount ?? 0)
    transfers.push({ id, pence: BigInt(amount), feePence, reversed: partOf(amount_reversed, amount) })
  }
  return {
    stripeId,
    isOurs: invoice.metadata?.portal_invoice !== undefined,
    status: invoice.status ?? '',
    fundedPence: BigInt(funded),
    sentByPayerPence: invoice.customer ? await sentBy(stripe, invoice.customer as string) : 0n,
    paidOn: dayOf(new Date((invoice.status_transitions.paid_at ?? invoice.created) * 1000)),
    number: invoice.number ?? stripeId,
    refund: partOf(refunded, paid),
    transfers,
  }
}

/** What of an open invoice is there already: its payment says what is still to come. */
async function partFunded(stripe: Stripe, stripeId: string): Promise<number> {
  const { data } = await stripe.invoicePayments.list({ invoice: stripeId, status: 'open', limit: 1 })
  const id = data[0]?.payment.payment_intent as string | undefined
  const intent = id ? await stripe.paymentIntents.retrieve(id) : undefined
  const remaining = intent?.next_action?.display_bank_transfer_instructions?.amount_remaining
  return intent && typeof remaining === 'number' ? intent.amount - remaining : 0
}

/** What a payer has sent, less what was sent back to its bank. */
export async function sentBy(stripe: Stripe, customer: string): Promise<bigint> {
  let pence = 0n
  for await (const one of stripe.customers.listCashBalanceTransactions(customer, { limit: 100 }))
    if (one.type === 'funded' || one.type.startsWith('return_')) pence += BigInt(one.net_amount)
  return pence
}
