import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayCease } from './ends/end-policy'
import { doneProblem } from './ends/end-rules'
import type { SiteDayInput } from './ends/end-schema'
import { climbSite } from './move-site'

/** A site uses the system no longer, since a day that is today or over. */
export function ceaseSite(ctx: Context, input: SiteDayInput): Promise<Result<{ contractId: string }>> {
  return transaction((tx) =>
    climbSite(tx, ctx, {
      ...input,
      may: (contract) => mayCease(ctx.actor, contract),
      command: () => 'cease',
      check: (site, contract) => {
        const problem = doneProblem(input.day, dayOf(ctx.now), site.liveOn ?? contract.startsOn)
        return problem ? invalidField('day', problem) : ok(undefined)
      },
      change: () => ({ ceased: { on: input.day, byId: ctx.actor.userId } }),
      data: { day: input.day },
    }),
  )
}
