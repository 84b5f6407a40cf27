import type { Machine } from '@/lib/platform/machine'
import type { EndpointState } from './endpoint'

export type EndpointCommand = 'change' | 'ask' | 'prove' | 'approve' | 'expire' | 'revoke'

const ask = { ask: { to: 'entered', event: 'EndpointProofAsked' } } as const
const change = { change: { to: 'entered', event: 'EndpointChanged' } } as const
const revoke = { revoke: { to: 'revoked', event: 'EndpointRevoked' } } as const

/** CS-05: entered → proven → approved → stale | revoked. A changed address must be proven again. */
export const endpointMachine = {
  entered: { ...change, ...ask, prove: { to: 'proven', event: 'EndpointProven' }, ...revoke },
  proven: {
    ...change,
    ask: { to: 'proven', event: 'EndpointProofAsked' },
    prove: { to: 'proven', event: 'EndpointProven' },
    approve: { to: 'approved', event: 'EndpointApproved' },
    expire: { to: 'stale', event: 'EndpointWentStale' },
    ...revoke,
  },
  approved: {
    ...change,
    ask: { to: 'approved', event: 'EndpointProofAsked' },
    prove: { to: 'approved', event: 'EndpointProven' },
    expire: { to: 'stale', event: 'EndpointWentStale' },
    ...revoke,
  },
  stale: {
    ...change,
    ask: { to: 'stale', event: 'EndpointProofAsked' },
    prove: { to: 'proven', event: 'EndpointProven' },
    ...revoke,
  },
  revoked: {},
} satisfies Machine<EndpointState, EndpointCommand>
