import type Stripe from 'stripe'
import { payDestination } from '../apply-cash'
import { creditNoteOf } from '../shapes/invoice-shapes'
import { refundOf, reversalOf, transferOf } from '../shapes/money-shapes'
import { metadataOf } from '../shapes/nulls'
import { refused } from '../stripe-error'
import type { World } from '../world'
import { page, type Route, route, wholePence } from './route'

const chargeOfId = (world: World, id: string) => world.get<Stripe.Charge>('charge', id)
const sumOf = (rows: { amount: number }[]) => rows.reduce((sum, row) => sum + row.amount, 0)

export const moneyRoutes: Route[] = [
  route('POST', '/v1/credit_notes', 'creditNotes.create', ({ world, params }) => {
    const invoice = world.get<Stripe.Invoice>('invoice', params.invoice)
    const amount = wholePence(params.amount)
    if (invoice.status !== 'open' && invoice.status !== 'paid')
      throw refused(`A credit note needs an open or paid invoice. This one is ${invoice.status}.`, { param: 'invoice' })
    const credited = invoice.pre_payment_credit_notes_amount + invoice.post_payment_credit_notes_amount
    if (amount > (invoice.status === 'open' ? invoice.amount_remaining : invoice.total - credited))
      throw refused('The credit note is greater than what is left of the invoice.', { param: 'amount' })
    const given = (params.refund_amount ?? 0) + (params.credit_amount ?? 0) + (params.out_of_band_amount ?? 0)
    if (invoice.status === 'paid' && given !== amount)
      throw refused('The sum of refund, credit and out of band amounts must be the amount of the credit note.', {
        param: 'amount',
      })
    const made = world.put(creditNoteOf(world, params, invoice))
    if (invoice.status === 'open') {
      invoice.pre_payment_credit_notes_amount += amount
      invoice.amount_due -= amount
      invoice.amount_remaining -= amount
      const intent = world.get<Stripe.PaymentIntent>('payment_intent', world.hidden(invoice).intentId!)
      intent.amount = invoice.amount_remaining
      if (invoice.amount_remaining === 0) Object.assign(invoice, { status: 'paid' })
    } else {
      invoice.post_payment_credit_notes_amount += amount
      const paid = world
        .all<Stripe.Charge>('charge')
        .find((one) => one.payment_intent === world.hidden(invoice).intentId)
      if (params.refund_amount && !paid) throw refused('There is no payment to refund.', { param: 'refund_amount' })
      if (params.refund_amount) refund(world, paid!, { amount: params.refund_amount })
    }
    world.emit('credit_note.created', made)
    if (invoice.status === 'paid' && made.type === 'pre_payment') world.emit('invoice.paid', invoice)
    return made
  }),
  route('GET', '/v1/credit_notes', 'creditNotes.list', (call) =>
    page(
      call.world
        .all<Stripe.CreditNote>('credit_note')
        .filter((one) => !call.params.invoice || one.invoice === call.params.invoice),
      call,
      '/v1/credit_notes',
    ),
  ),
  route('GET', '/v1/credit_notes/:id', 'any.retrieve', ({ world, id }) =>
    world.get<Stripe.CreditNote>('credit_note', id),
  ),
  route('GET', '/v1/charges', 'charges.list', (call) =>
    page(
      call.world
        .all<Stripe.Charge>('charge', call.account)
        .filter((one) => !call.params.payment_intent || one.payment_intent === call.params.payment_intent),
      call,
      '/v1/charges',
    ),
  ),
  route('GET', '/v1/charges/:id', 'any.retrieve', ({ world, id, account }) =>
    world.get<Stripe.Charge>('charge', id, account),
  ),
  route('POST', '/v1/refunds', 'refunds.create', ({ world, params }) => {
    const charge = params.charge
      ? chargeOfId(world, params.charge)
      : world.all<Stripe.Charge>('charge').find((one) => one.payment_intent === params.payment_intent)
    if (!charge) throw refused('One of charge or payment_intent must name a payment.', { param: 'charge' })
    return refund(world, charge, params)
  }),
  route('GET', '/v1/refunds', 'refunds.list', (call) =>
    page(
      call.world.all<Stripe.Refund>('refund').filter((one) => !call.params.charge || one.charge === call.params.charge),
      call,
      '/v1/refunds',
    ),
  ),
  route('GET', '/v1/refunds/:id', 'any.retrieve', ({ world, id }) => world.get<Stripe.Refund>('refund', id)),
  route('POST', '/v1/transfers', 'transfers.create', ({ world, params }) => {
    const amount = wholePence(params.amount)
    world.get('account', params.destination)
    if (params.source_transaction) {
      const charge = chargeOfId(world, params.source_transaction)
      const gone = sumOf(world.all<Stripe.Transfer>('transfer').filter((one) => one.source_transaction === charge.id))
      if (gone + amount > charge.amount)
        throw refused('The transfers of a payment cannot be more than the payment.', {
          param: 'amount',
          code: 'transfer_source_balance_parameters_mismatch',
        })
    } else if (amount > world.balanceOf(null))
      throw refused('There is not enough in your balance.', { param: 'amount', code: 'balance_insufficient' })
    const { destination, description = null, source_transaction = null } = params
    const made = world.put(
      transferOf(world, {
        amount,
        destination,
        description,
        source_transaction,
        metadata: metadataOf(params.metadata),
      }),
    )
    made.balance_transaction = world.moveBalance(null, { amount: -amount, type: 'transfer', source: made.id })
    payDestination(world, made)
    world.emit('transfer.created', made)
    return made
  }),
  route('GET', '/v1/transfers', 'transfers.list', (call) =>
    page(
      call.world
        .all<Stripe.Transfer>('transfer')
        .filter((one) => !call.params.destination || one.destination === call.params.destination),
      call,
      '/v1/transfers',
    ),
  ),
  route('GET', '/v1/transfers/:id', 'any.retrieve', ({ world, id }) => world.get<Stripe.Transfer>('transfer', id)),
  route('POST', '/v1/transfers/:id/reversals', 'transfers.reverse', ({ world, params, id }) => {
    const transfer = world.get<Stripe.Transfer>('transfer', id)
    return reverse(world, transfer, params, wholePence(params.amount ?? transfer.amount - transfer.amount_reversed))
  }),
  route('GET', '/v1/transfers/:id/reversals', 'transfers.listReversals', (call) =>
    page(reversalsOf(call.world, call.id), call, `/v1/transfers/${call.id}/reversals`),
  ),
]

const reversalsOf = (world: World, id: string) =>
  world.all<Stripe.TransferReversal>('transfer_reversal').filter((one) => one.transfer === world.get('transfer', id).id)

/** Back to the payer; what was passed on stays where it is, unless it is reversed as well (N16). */
function refund(world: World, charge: Stripe.Charge, params: Stripe.RefundCreateParams): Stripe.Refund {
  const amount = wholePence(params.amount ?? charge.amount - charge.amount_refunded)
  if (amount > charge.amount - charge.amount_refunded)
    throw refused('The refund is greater than what is left of the payment.', {
      param: 'amount',
      code: 'charge_already_refunded',
    })
  const made = world.put(refundOf(world, params, charge, amount))
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
  made.balance_transaction = world.moveBalance(null, { amount: -amount, type: 'payment_refund', source: made.id })
  if (params.reverse_transfer && charge.transfer)
    made.transfer_reversal = reverse(
      world,
      world.get<Stripe.Transfer>('transfer', charge.transfer as string),
      {},
      amount,
    ).id
  if (charge.customer)
    world.moveCash(charge.customer as string, amount, 'refunded_from_payment', {
      refunded_from_payment: { refund: made.id },
    })
  world.emit('charge.refunded', charge)
  world.emit('refund.created', made)
  return made
}

function reverse(world: World, transfer: Stripe.Transfer, params: Stripe.TransferCreateReversalParams, amount: number) {
  if (amount > transfer.amount - transfer.amount_reversed)
    throw refused('The reversal is greater than what is left of the transfer.', { param: 'amount' })
  const made = world.put(reversalOf(world, params, transfer, amount))
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  transfer.reversals.data.unshift(made)
  made.balance_transaction = world.moveBalance(null, { amount, type: 'transfer_refund', source: made.id })
  world.moveBalance(transfer.destination as string, {
    amount: -amount,
    type: 'payment_refund',
    source: transfer.destination_payment as string,
  })
  if (params.refund_application_fee) returnFee(world, transfer, amount)
  world.emit('transfer.reversed', transfer)
  return made
}

/** The portal's share of what is reversed goes back with it. */
function returnFee(world: World, transfer: Stripe.Transfer, amount: number): void {
  const charge = transfer.source_transaction ? chargeOfId(world, transfer.source_transaction as string) : undefined
  const fee = Math.floor(((charge?.application_fee_amount ?? 0) * amount) / transfer.amount)
  if (fee === 0) return
  world.moveBalance(null, { amount: -fee, type: 'application_fee_refund', source: charge!.application_fee as string })
  world.moveBalance(transfer.destination as string, { amount: fee, type: 'application_fee_refund', source: charge!.id })
}
