import type Stripe from 'stripe'
import { applyCash } from '../apply-cash'
import { metadataOf } from '../shapes/nulls'
import { accountOf, customerOf, endpointOf } from '../shapes/party-shapes'
import { refused } from '../stripe-error'
import type { World } from '../world'
import { page, type Route, route, wholePence } from './route'

const customer = (world: World, id: string) => world.get<Stripe.Customer>('customer', id)

const cashBalance = (world: World, id: string) => ({
  object: 'cash_balance' as const,
  available: { gbp: world.cashOf(id) },
  customer: customer(world, id).id,
  customer_account: null,
  livemode: false,
  settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
})

export const partyRoutes: Route[] = [
  route('POST', '/v1/customers', 'customers.create', ({ world, params }) => {
    const made = world.put(customerOf(world, params))
    world.emit('customer.created', made)
    return made
  }),
  route('GET', '/v1/customers', 'customers.list', (call) =>
    page(
      call.world
        .all<Stripe.Customer>('customer')
        .filter((one) => !call.params.email || one.email === call.params.email),
      call,
      '/v1/customers',
    ),
  ),
  route('GET', '/v1/customers/:id', 'any.retrieve', ({ world, id }) => customer(world, id)),
  route('POST', '/v1/customers/:id', 'customers.update', ({ world, params, id }) => {
    const { name, email, description, metadata } = params
    const given = Object.fromEntries(Object.entries({ name, email, description }).filter(([, v]) => v !== undefined))
    const found = customer(world, id)
    Object.assign(found, given, { metadata: metadataOf({ ...found.metadata, ...(metadata || {}) }) })
    world.emit('customer.updated', found)
    return found
  }),
  route('GET', '/v1/customers/:id/cash_balance', 'customers.cashBalance', ({ world, id }) => cashBalance(world, id)),
  route('GET', '/v1/customers/:id/cash_balance_transactions', 'customers.cashTransactions', (call) =>
    page(
      call.world
        .all<Stripe.CustomerCashBalanceTransaction>('customer_cash_balance_transaction')
        .filter((one) => one.customer === customer(call.world, call.id).id),
      call,
      `/v1/customers/${call.id}/cash_balance_transactions`,
    ),
  ),
  route('POST', '/v1/test_helpers/customers/:id/fund_cash_balance', 'customers.fund', ({ world, params, id }) => {
    const funded = {
      bank_transfer: { type: 'gb_bank_transfer', reference: params.reference ?? null, gb_bank_transfer: {} },
    }
    const moved = world.moveCash(customer(world, id).id, wholePence(params.amount), 'funded', { funded })
    world.emit('cash_balance.funds_available', cashBalance(world, id))
    applyCash(world, id)
    return moved
  }),
  route('POST', '/v1/accounts', 'accounts.create', ({ world, params }) => {
    if (!params.type && !params.controller)
      throw refused('Missing required param: type.', { param: 'type', code: 'parameter_missing' })
    const made = world.put(accountOf(world, params))
    world.emit('account.updated', made, null)
    return made
  }),
  route('GET', '/v1/accounts', 'accounts.list', (call) =>
    page(call.world.all<Stripe.Account & { created: number }>('account'), call, '/v1/accounts'),
  ),
  route('GET', '/v1/accounts/:id', 'any.retrieve', ({ world, id }) => world.get<Stripe.Account>('account', id)),
  route('POST', '/v1/webhook_endpoints', 'webhookEndpoints.create', ({ world, params }) =>
    world.put(endpointOf(world, params)),
  ),
  route('GET', '/v1/webhook_endpoints', 'webhookEndpoints.list', (call) => {
    const all = page(call.world.all<Stripe.WebhookEndpoint>('webhook_endpoint'), call, '/v1/webhook_endpoints')
    return { ...all, data: all.data.map(withoutSecret) }
  }),
  route('GET', '/v1/webhook_endpoints/:id', 'any.retrieve', ({ world, id }) =>
    withoutSecret(world.get<Stripe.WebhookEndpoint>('webhook_endpoint', id)),
  ),
  route('DELETE', '/v1/webhook_endpoints/:id', 'any.retrieve', ({ world, id }) => {
    world.get('webhook_endpoint', id)
    world.remove(id)
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]

/** Stripe shows the secret of an endpoint once: when it is made. */
const withoutSecret = ({ secret: _, ...shown }: Stripe.WebhookEndpoint) => shown
