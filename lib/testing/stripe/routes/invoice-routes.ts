import type Stripe from 'stripe'
import { applyCash, settle } from '../apply-cash'
import { invoiceItemOf, invoiceOf, invoicePaymentOf, lineOf } from '../shapes/invoice-shapes'
import { intentOf } from '../shapes/money-shapes'
import { refused } from '../stripe-error'
import type { World } from '../world'
import { page, type Route, route, wholePence } from './route'

const find = (world: World, id: string) => world.get<Stripe.Invoice>('invoice', id)

export const invoiceRoutes: Route[] = [
  route('POST', '/v1/invoices', 'invoices.create', ({ world, params }) => {
    if (!params.customer)
      throw refused('Missing required param: customer.', { param: 'customer', code: 'parameter_missing' })
    if (
      params.collection_method === 'send_invoice' &&
      params.days_until_due === undefined &&
      params.due_date === undefined
    )
      throw refused(
        'If you set `collection_method` to `send_invoice`, you must also set `days_until_due` or `due_date`.',
        { param: 'days_until_due' },
      )
    if (params.collection_method !== 'send_invoice' && params.days_until_due !== undefined)
      throw refused('You can only set `days_until_due` where `collection_method` is `send_invoice`.', {
        param: 'days_until_due',
      })
    for (const account of [params.on_behalf_of, params.transfer_data?.destination, params.issuer?.account])
      if (account) world.get<Stripe.Account>('account', account)
    if (params.application_fee_amount !== undefined && !params.transfer_data)
      throw refused('`application_fee_amount` needs `transfer_data[destination]`.', { param: 'application_fee_amount' })
    const made = world.put(invoiceOf(world, params, world.get<Stripe.Customer>('customer', params.customer)))
    if (params.days_until_due !== undefined) made.due_date = world.now + params.days_until_due * 86_400
    const destination = params.transfer_data?.destination
    Object.assign(world.hidden(made), {
      feePence: params.application_fee_amount ?? 0,
      ...(destination ? { destination } : {}),
    })
    world.emit('invoice.created', made)
    return made
  }),
  route('GET', '/v1/invoices', 'invoices.list', (call) =>
    page(
      call.world
        .all<Stripe.Invoice>('invoice')
        .filter((one) => !call.params.customer || one.customer === call.params.customer)
        .filter((one) => !call.params.status || one.status === call.params.status),
      call,
      '/v1/invoices',
    ),
  ),
  route('GET', '/v1/invoices/:id', 'any.retrieve', ({ world, id }) => find(world, id)),
  route('DELETE', '/v1/invoices/:id', 'any.retrieve', ({ world, id }) => {
    const invoice = find(world, id)
    if (invoice.status !== 'draft')
      throw refused('You can only delete draft invoices.', { code: 'invoice_not_editable' })
    world.remove(id)
    world.emit('invoice.deleted', invoice)
    return { id, object: 'invoice', deleted: true }
  }),
  route('POST', '/v1/invoices/:id/finalize', 'invoices.finalize', ({ world, id }) => {
    const invoice = find(world, id)
    if (invoice.status !== 'draft')
      throw refused('This invoice is already finalized, you can’t re-finalize a non-draft invoice.', {
        code: 'invoice_not_editable',
      })
    if (world.hidden(invoice).feePence > invoice.total)
      throw refused('The application fee is greater than the invoice.', { param: 'application_fee_amount' })
    invoice.number = `EMU-${invoice.id.slice(-6)}`
    Object.assign(invoice, { status: 'open', effective_at: world.now })
    invoice.status_transitions.finalized_at = world.now
    const intent = world.put(intentOf(world, invoice))
    world.hidden(invoice).intentId = intent.id
    world.put(invoicePaymentOf(world, invoice, intent.id))
    world.emit('invoice.finalized', invoice)
    if (invoice.amount_due === 0) settle(world, invoice, 0)
    else applyCash(world, invoice.customer as string)
    return invoice
  }),
  route('POST', '/v1/invoices/:id/void', 'invoices.void', ({ world, id }) => {
    const invoice = find(world, id)
    if (invoice.status !== 'open')
      throw refused(`You can only void an open invoice. This one is ${invoice.status}.`, {
        code: 'invoice_not_editable',
      })
    Object.assign(invoice, { status: 'void' })
    invoice.status_transitions.voided_at = world.now
    world.emit('invoice.voided', invoice)
    applyCash(world, invoice.customer as string)
    return invoice
  }),
  route('POST', '/v1/invoices/:id/pay', 'invoices.pay', ({ world, params, id }) => {
    const invoice = find(world, id)
    if (invoice.status === 'paid') throw refused('Invoice is already paid', { code: 'invoice_already_paid' })
    if (invoice.status !== 'open')
      throw refused(`An invoice that is ${invoice.status} cannot be paid`, { code: 'invoice_not_editable' })
    if (!params.paid_out_of_band)
      throw refused('There is no money to pay this invoice with: it is paid by bank transfer.')
    settle(world, invoice, 0)
    return invoice
  }),
  route('GET', '/v1/invoice_payments', 'invoicePayments.list', (call) => {
    const intent = call.params.payment?.payment_intent
    return page(
      call.world
        .all<Stripe.InvoicePayment>('invoice_payment')
        .filter((one) => !call.params.invoice || one.invoice === call.params.invoice)
        .filter((one) => !call.params.status || one.status === call.params.status)
        .filter((one) => !intent || one.payment.payment_intent === intent),
      call,
      '/v1/invoice_payments',
    )
  }),
  route('POST', '/v1/invoiceitems', 'invoiceitems.create', ({ world, params }) => {
    if (!params.customer)
      throw refused('Missing required param: customer.', { param: 'customer', code: 'parameter_missing' })
    const item = { ...params, amount: wholePence(params.amount) }
    const invoice = params.invoice ? find(world, params.invoice) : undefined
    if (invoice && invoice.status !== 'draft')
      throw refused('This invoice is no longer editable: it is final.', {
        param: 'invoice',
        code: 'invoice_not_editable',
      })
    if (invoice && invoice.customer !== params.customer)
      throw refused('The invoice is another customer’s.', { param: 'invoice' })
    world.get('customer', params.customer)
    const made = world.put(invoiceItemOf(world, item))
    if (invoice) addLine(world, invoice, made)
    world.emit('invoiceitem.created', made)
    return made
  }),
  route('GET', '/v1/invoiceitems', 'invoiceitems.list', (call) =>
    page(
      call.world
        .all<Stripe.InvoiceItem>('invoiceitem')
        .filter((one) => !call.params.invoice || one.invoice === call.params.invoice),
      call,
      '/v1/invoiceitems',
    ),
  ),
  route('GET', '/v1/invoiceitems/:id', 'any.retrieve', ({ world, id }) =>
    world.get<Stripe.InvoiceItem>('invoiceitem', id),
  ),
  route('GET', '/v1/payment_intents', 'paymentIntents.list', (call) =>
    page(
      call.world
        .all<Stripe.PaymentIntent>('payment_intent')
        .filter((one) => !call.params.customer || one.customer === call.params.customer),
      call,
      '/v1/payment_intents',
    ),
  ),
  route('GET', '/v1/payment_intents/:id', 'any.retrieve', ({ world, id }) =>
    world.get<Stripe.PaymentIntent>('payment_intent', id),
  ),
]

function addLine(world: World, invoice: Stripe.Invoice, item: Stripe.InvoiceItem): void {
  invoice.lines.data.push(lineOf(world, item))
  const total = invoice.total + item.amount
  const sums = { subtotal: total, subtotal_excluding_tax: total, total, total_excluding_tax: total }
  Object.assign(invoice, sums, { amount_due: total, amount_remaining: total })
}
