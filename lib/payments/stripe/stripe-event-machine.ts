import type { Machine } from '@/lib/platform/machine'
import type { StripeEventState } from './stripe-event'

export type StripeEventCommand = 'apply' | 'ignore' | 'park'

const apply = { to: 'applied', event: 'StripeEventApplied' } as const

/** What becomes of an event of Stripe (event StripeEventStored). One that came before our own commit waits until that is there (I3). */
export const stripeEventMachine: Machine<StripeEventState, StripeEventCommand> = {
  stored: {
    apply,
    ignore: { to: 'ignored', event: 'StripeEventIgnored' },
    park: { to: 'parked', event: 'StripeEventParked' },
  },
  parked: { apply },
  applied: {},
  ignored: {},
}
