import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { climb, withoutOverlap } from '../move-contract'
import { mayHoldOver } from './end-policy'
import { holdOverCost, holdOverProblem } from './end-rules'
import type { HoldOverInput } from './end-schema'
import { insertHoldOver } from './exit-store'

/** Use after the end, ordered by the payer within the delegated limit, for at most 90 days (H2). Only this makes it chargeable. */
export function holdOver(ctx: Context, input: HoldOverInput): Promise<Result<{ id: string }>> {
  const { contractId, version, until, reason } = input
  return withoutOverlap((tx) =>
    climb(tx, ctx, {
      contractId,
      version,
      command: 'hold-over',
      may: (contract) => mayHoldOver(ctx.actor, contract, holdOverCost(contract, until)),
      check: ({ endsOn }) => {
        const problem = holdOverProblem(endsOn, until, dayOf(ctx.now))
        return problem ? invalidField('until', problem) : ok(undefined)
      },
      change: () => ({ runsUntil: until }),
      write: (contract) =>
        insertHoldOver(tx, contractId, {
          until,
          reason,
          costPence: holdOverCost(contract, until),
          orderedById: ctx.actor.userId,
          orderedAt: ctx.now,
        }),
      data: { until },
    }),
  )
}
