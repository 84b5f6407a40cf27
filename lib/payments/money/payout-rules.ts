import type { PayoutState } from './payout'
import type { PayoutCommand } from './payout-machine'

/**
 * The commands that bring a payout from one state to what a bank says of it, in their order. Words of a bank may come twice and
 * out of order: what is behind already asks for nothing, and failed is the last word (I2).
 */
export function stepsTo(from: PayoutState, to: PayoutState): PayoutCommand[] {
  if (from === 'failed') return []
  if (to === 'failed') return ['fail']
  const way: PayoutState[] = ['pending', 'in-transit', 'paid']
  const commands: PayoutCommand[] = ['send', 'arrive']
  return commands.slice(way.indexOf(from), Math.max(way.indexOf(from), way.indexOf(to)))
}
