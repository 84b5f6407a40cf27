import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { climb, withoutOverlap } from '../move-contract'
import { mayHoldOver } from './end-policy'
import { holdOverCost, holdOverProblem } from './end-rules'
import type { HoldOverInput } from './end-schema'
import { insertHoldOver } from './exit-store'

/** Use after the end, ordered by the payer within the delegated limit, for no longer than the payer's setting says (H2). Only this makes it chargeable. */
export function holdOver(ctx: Context, input: HoldOverInput): Promise<Result<{ id: string }>> {
  const { contractId, version, until, reason } = input
  return withoutOverlap((tx) =>
    climb(tx, ctx, {
      contractId,
      version,
      command: 'hold-over',
      may: (contract) => mayHoldOver(ctx.actor, contract, holdOverCost(contract, until)),
      check: async ({ endsOn, payerId }) => {
        const settings = await readSettings(tx, ctx, payerId, ['longest-hold-over'])
        if (!settings.ok) return settings
        const longest = settings.value.count('longest-hold-over')
        const problem = holdOverProblem(endsOn, until, dayOf(ctx.now), longest)
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
