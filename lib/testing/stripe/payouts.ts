import type Stripe from 'stripe'
import { payoutOf } from './shapes/money-shapes'
import { refused } from './stripe-error'
import type { World } from './world'

type Asked = { amount: number; automatic: boolean; metadata?: Record<string, string> }

/** Money from a connected account to its bank. @throws 400 where the account has less. */
export function makePayout(world: World, account: string, { amount, automatic, metadata = {} }: Asked): Stripe.Payout {
  if (amount > world.balanceOf(account))
    throw refused('There is not enough in your balance.', { param: 'amount', code: 'balance_insufficient' })
  const made = world.put(payoutOf(world, { amount, automatic, metadata }), account)
  made.balance_transaction = world.moveBalance(account, { amount: -amount, type: 'payout', source: made.id })
  world.emit('payout.created', made, account)
  return made
}

/** The next thing that happens to a payout. A bank may return money that was paid already: then it fails after it was paid (E11). */
export function movePayout(
  world: World,
  account: string,
  id: string,
  to: 'in_transit' | 'paid' | 'failed',
): Stripe.Payout {
  const payout = world.get<Stripe.Payout>('payout', id, account)
  const may = { in_transit: ['pending'], paid: ['pending', 'in_transit'], failed: ['pending', 'in_transit', 'paid'] }[
    to
  ]
  if (!may.includes(payout.status)) throw new Error(`a payout that is ${payout.status} cannot become ${to}`)
  payout.status = to
  if (to === 'failed') {
    Object.assign(payout, { failure_code: 'account_closed', failure_message: 'The bank account has been closed.' })
    payout.failure_balance_transaction = world.moveBalance(account, {
      amount: payout.amount,
      type: 'payout_failure',
      source: id,
    })
  }
  world.emit(to === 'in_transit' ? 'payout.updated' : `payout.${to}`, payout, account)
  return payout
}
