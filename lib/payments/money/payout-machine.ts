import type { Edge, Machine } from '@/lib/platform/machine'
import type { PayoutState } from './payout'

export type PayoutCommand = 'send' | 'arrive' | 'fail'

const fail: Edge<PayoutState> = { to: 'failed', event: 'PayoutFailed' }

/** The way of money to a supplier (event PayoutBegun); a bank may return even what was paid. */
export const payoutMachine: Machine<PayoutState, PayoutCommand> = {
  pending: { send: { to: 'in-transit', event: 'PayoutSent' }, fail },
  'in-transit': { arrive: { to: 'paid', event: 'PayoutPaid' }, fail },
  paid: { fail },
  failed: {},
}
