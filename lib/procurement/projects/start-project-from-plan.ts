import 'server-only'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import { getPlan } from '@/lib/comparison/plans/get-plan'
import type { Context } from '@/lib/platform/context'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { StartProjectFromPlanInput } from './project-schema'
import { startWithin } from './start-project'

/**
 * PLAN-2: starts a project in scoping from a shortlist of a plan, with the plan's needs, practices, term, go-live and the hash
 * of its evidence. A plan awards nothing (PLAN-3): the buyer confirms the needs, and gives each exclusion its code.
 */
export function startProjectFromPlan(
  ctx: Context,
  { shortlistId }: StartProjectFromPlanInput,
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const shortlist = await getShortlist(ctx.actor, shortlistId, tx)
    if (!shortlist?.planRunId || !shortlist.planModuleId) return refuse({ kind: 'not-found' })
    const run = await getPlan(ctx.actor, shortlist.planRunId, tx)
    if (!run?.evidenceSha256) return refuse({ kind: 'not-found' })
    const { needs, practices, term } = run.choice
    return startWithin(tx, ctx, {
      shortlistId,
      name: shortlist.name,
      plan: {
        runId: run.id,
        evidenceSha256: run.evidenceSha256,
        moduleId: shortlist.planModuleId,
        needs,
        practices,
      },
      // An order begins on the first of a month (T4): what does not is left to the buyer.
      needs: {
        termMonths: term.months,
        goLiveOn: term.start,
        ...(term.start.endsWith('-01') ? { startsOn: term.start } : {}),
      },
    })
  })
}
