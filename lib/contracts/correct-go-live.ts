import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayConfirmGoLive, sideOf } from './contract-policy'
import type { SiteDayInput } from './ends/end-schema'
import { climbSite } from './move-site'
import { correctionMeans, dayProblem } from './site-rules'

/** One side's word that a site went live on another day than was confirmed. The day changes when both say the same. */
export function correctGoLive(ctx: Context, input: SiteDayInput): Promise<Result<{ contractId: string }>> {
  const { day } = input
  return transaction((tx) =>
    climbSite(tx, ctx, {
      ...input,
      may: (contract) => mayConfirmGoLive(ctx.actor, contract),
      command: (site, contract) => correctionMeans(site, sideOf(ctx.actor, contract)!, day),
      check: (site, { startsOn, madeAt }) => {
        if (day === site.liveOn) return invalidField('day', 'This is the day that both sides have confirmed')
        const problem = dayProblem(day, dayOf(ctx.now), { startsOn, madeOn: dayOf(madeAt) })
        return problem ? invalidField('day', problem) : ok(undefined)
      },
      change: (_, contract, command) => {
        if (command === 'correct') return { correctedTo: day }
        return { correction: { side: sideOf(ctx.actor, contract)!, day, personId: ctx.actor.userId } }
      },
      data: { day },
    }),
  )
}
