import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { climb } from '../move-contract'
import { mayEnd } from './end-policy'
import type { ContractMoveInput } from './end-schema'

/** The payer begins to wind the contract up: from here the exit list counts (H4). A hold-over ends that day: use after it is not charged. */
export function startExit(ctx: Context, input: ContractMoveInput): Promise<Result<{ id: string }>> {
  return transaction((tx) =>
    climb(tx, ctx, {
      ...input,
      command: 'start-exit',
      may: (contract) => mayEnd(ctx.actor, contract),
      change: ({ state, runsUntil }) => {
        const today = dayOf(ctx.now)
        return state === 'held-over' && today < runsUntil ? { runsUntil: today } : {}
      },
    }),
  )
}
