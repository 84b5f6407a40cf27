import type Stripe from 'stripe'
import { chargeOf, instructions, transferOf } from './shapes/money-shapes'
import type { World } from './world'

/**
 * What a payer sent goes to their oldest open invoice: it is paid when all of its amount is there. A part leaves it open and
 * stays in the cash balance (E7); the payment says what is still to come.
 */
export function applyCash(world: World, customerId: string): void {
  const open = world
    .all<Stripe.Invoice>('invoice')
    .filter((one) => one.customer === customerId && one.status === 'open' && one.collection_method === 'send_invoice')
  for (const invoice of open) {
    const cash = world.cashOf(customerId)
    const intent = world.get<Stripe.PaymentIntent>('payment_intent', world.hidden(invoice).intentId!)
    if (cash < invoice.amount_remaining) {
      intent.next_action = instructions(invoice.amount_remaining - cash)
      if (cash > 0) world.emit('payment_intent.partially_funded', intent)
      return
    }
    world.moveCash(customerId, -invoice.amount_remaining, 'applied_to_payment', {
      applied_to_payment: { payment_intent: intent.id },
    })
    pay(world, invoice, intent)
  }
}

/** A destination charge: the whole goes on to the supplier's account, and the portal's share comes back as a fee. */
function pay(world: World, invoice: Stripe.Invoice, intent: Stripe.PaymentIntent): void {
  const amount = invoice.amount_remaining
  const { destination, feePence } = world.hidden(invoice)
  const charge = world.put(
    chargeOf(world, 'ch', {
      amount,
      customer: invoice.customer,
      on_behalf_of: invoice.on_behalf_of,
      payment_intent: intent.id,
      application_fee_amount: feePence || null,
      transfer_data: destination ? { amount: null, destination } : null,
    }),
  )
  charge.balance_transaction = world.moveBalance(null, { amount, type: 'payment', source: charge.id })
  if (destination) passOn(world, charge, destination, feePence)
  Object.assign(intent, { status: 'succeeded', amount_received: amount, latest_charge: charge.id, next_action: null })
  world.emit('charge.succeeded', charge)
  world.emit('payment_intent.succeeded', intent)
  const payment = world.all<Stripe.InvoicePayment>('invoice_payment').find((one) => one.invoice === invoice.id)!
  Object.assign(payment, {
    status: 'paid',
    amount_paid: amount,
    status_transitions: { canceled_at: null, paid_at: world.now },
  })
  world.emit('invoice_payment.paid', payment)
  settle(world, invoice, amount)
}

/** The invoice itself becomes paid; on Stripe or outside it. */
export function settle(world: World, invoice: Stripe.Invoice, paidOnStripe: number): void {
  Object.assign(invoice, {
    status: 'paid',
    attempted: true,
    amount_paid: invoice.amount_due,
    amount_paid_off_stripe: invoice.amount_due - paidOnStripe,
    amount_remaining: 0,
    status_transitions: { ...invoice.status_transitions, paid_at: world.now },
  })
  world.emit('invoice.paid', invoice)
  if (paidOnStripe > 0) world.emit('invoice.payment_succeeded', invoice)
}

function passOn(world: World, charge: Stripe.Charge, destination: string, feePence: number): void {
  const transfer = world.put(transferOf(world, { amount: charge.amount, destination, source_transaction: charge.id }))
  transfer.balance_transaction = world.moveBalance(null, {
    amount: -charge.amount,
    type: 'transfer',
    source: transfer.id,
  })
  charge.transfer = transfer.id
  payDestination(world, transfer, feePence)
  if (feePence > 0) {
    const fee = world.put({
      id: world.newId('fee'),
      object: 'application_fee' as const,
      account: destination,
      amount: feePence,
      charge: transfer.destination_payment as string,
      originating_transaction: charge.id,
      created: world.now,
      currency: 'gbp',
    })
    charge.application_fee = fee.id
    world.moveBalance(null, { amount: feePence, type: 'application_fee', source: fee.id })
    world.emit('application_fee.created', fee)
  }
  world.emit('transfer.created', transfer)
}

/** What a transfer is on the account that gets it. */
export function payDestination(world: World, transfer: Stripe.Transfer, feePence = 0): void {
  const account = transfer.destination as string
  const payment = chargeOf(world, 'py', { amount: transfer.amount, source_transfer: transfer.id })
  const moved = { amount: transfer.amount, fee: feePence, type: 'payment', source: payment.id }
  payment.balance_transaction = world.moveBalance(account, moved)
  transfer.destination_payment = world.put(payment, account).id
}
