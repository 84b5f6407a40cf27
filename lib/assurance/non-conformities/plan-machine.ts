import type { Machine } from '@/lib/platform/machine'
import type { PlanState } from './plan'

export type PlanCommand =
  | 'accept'
  | 'return'
  | 'start'
  | 'tick'
  | 'claim-done'
  | 'reject'
  | 'extend'
  | 'expire'
  | 'supersede'
  | 'verify'

/** What an accepted plan goes through changes no state: it is kept as dated acts, and that it ran out follows from the day. */
export const planMachine = {
  proposed: {
    accept: { to: 'accepted', event: 'PlanAccepted' },
    return: { to: 'returned', event: 'PlanReturned' },
  },
  returned: {},
  accepted: {
    start: { to: 'accepted', event: 'PlanUpdated' },
    tick: { to: 'accepted', event: 'PlanUpdated' },
    'claim-done': { to: 'accepted', event: 'PlanUpdated' },
    reject: { to: 'accepted', event: 'PlanUpdated' },
    extend: { to: 'accepted', event: 'PlanUpdated' },
    expire: { to: 'accepted', event: 'PlanExpired' },
    supersede: { to: 'superseded', event: 'PlanSuperseded' },
    verify: { to: 'verified', event: 'PlanVerified' },
  },
  superseded: {},
  verified: {},
} satisfies Machine<PlanState, PlanCommand>
