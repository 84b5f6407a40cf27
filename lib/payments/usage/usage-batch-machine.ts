import type { Machine } from '@/lib/platform/machine'
import type { UsageBatchState } from './usage-batch'

export type UsageBatchCommand = 'accept' | 'park' | 'refuse' | 'rate' | 'supersede'

const accept = { to: 'accepted', event: 'UsageAccepted' } as const
const refuse = { to: 'refused', event: 'UsageRefused' } as const
const supersede = { to: 'superseded', event: 'UsageSuperseded' } as const

/** The life of a usage batch (event UsageReceived): accepted in its turn, counted, and replaced where later words say otherwise. */
export const usageBatchMachine: Machine<UsageBatchState, UsageBatchCommand> = {
  received: { accept, refuse, park: { to: 'parked', event: 'UsageParked' } },
  parked: { accept, refuse },
  accepted: { rate: { to: 'rated', event: 'UsageRated' } },
  rated: { supersede },
  superseded: {},
  refused: {},
}
