import type Stripe from 'stripe'
import { makePayout } from '../payouts'
import { metadataOf } from '../shapes/nulls'
import { refused } from '../stripe-error'
import type { EmittedEvent } from '../world'
import { page, type Route, route, wholePence } from './route'

export const balanceRoutes: Route[] = [
  route('POST', '/v1/payouts', 'payouts.create', ({ world, params, account }) => {
    if (!account) throw refused('Payouts are made on a connected account here.', { param: 'account' })
    return makePayout(world, account, {
      amount: wholePence(params.amount),
      automatic: false,
      metadata: metadataOf(params.metadata),
    })
  }),
  route('GET', '/v1/payouts', 'payouts.list', (call) =>
    page(
      call.world
        .all<Stripe.Payout>('payout', call.account)
        .filter((one) => !call.params.status || one.status === call.params.status),
      call,
      '/v1/payouts',
    ),
  ),
  route('GET', '/v1/payouts/:id', 'any.retrieve', ({ world, id, account }) =>
    world.get<Stripe.Payout>('payout', id, account),
  ),
  route('GET', '/v1/balance_transactions', 'balanceTransactions.list', (call) => {
    const all = call.world.all<Stripe.BalanceTransaction>('balance_transaction', call.account)
    const { type, source, payout } = call.params
    const ofPayout = payout ? coveredBy(all, call.world.get<Stripe.Payout>('payout', payout, call.account)) : all
    return page(
      ofPayout.filter((one) => (!type || one.type === type) && (!source || one.source === source)),
      call,
      '/v1/balance_transactions',
    )
  }),
  route('GET', '/v1/balance_transactions/:id', 'any.retrieve', ({ world, id, account }) =>
    world.get<Stripe.BalanceTransaction>('balance_transaction', id, account),
  ),
  route('GET', '/v1/balance', 'any.retrieve', ({ world, account }) => ({
    object: 'balance',
    available: [
      { amount: world.balanceOf(account), currency: 'gbp', source_types: { card: world.balanceOf(account) } },
    ],
    pending: [{ amount: 0, currency: 'gbp', source_types: { card: 0 } }],
    livemode: false,
  })),
  route('GET', '/v1/events', 'events.list', (call) => {
    const { type, types } = call.params
    const all = call.world.all<EmittedEvent>('event', call.account)
    return page(
      all.filter((one) => (!type || one.type === type) && (!types || types.includes(one.type))),
      call,
      '/v1/events',
    )
  }),
  route('GET', '/v1/events/:id', 'any.retrieve', ({ world, id, account }) =>
    world.get<EmittedEvent>('event', id, account),
  ),
]

/** What an automatic payout paid out: everything on the account since the payout before it, and the payout itself. */
function coveredBy(all: Stripe.BalanceTransaction[], payout: Stripe.Payout): Stripe.BalanceTransaction[] {
  if (!payout.automatic)
    throw refused('Balance history can only be filtered on automatic payouts.', { param: 'payout' })
  const at = all.findIndex((one) => one.id === payout.balance_transaction)
  const before = all.slice(0, at).findLastIndex((one) => one.type === 'payout')
  return all.slice(before + 1, at + 1)
}
