import 'server-only'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import type { Choice, Plan } from '@/lib/comparison/optimiser/choice'
import { getPlan } from '@/lib/comparison/plans/get-plan'
import { listShortlistsOfPlan } from '@/lib/comparison/plans/list-shortlists-of-plan'
import type { Context } from '@/lib/platform/context'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mostNeeded } from './cover-rules'
import type { StartProjectFromPlanInput } from './project-schema'
import { startWithin } from './start-project'

/**
 * PLAN-2: starts a project in scoping from a shortlist of a plan, with the plan's needs, practices, term, go-live and the hash
 * of its evidence. A plan awards nothing (PLAN-3): the buyer confirms the needs, and gives each exclusion its code. For the
 * whole plan the project is one of all its shortlists, and its need names the plan's capabilities, so that a set may win.
 */
export function startProjectFromPlan(
  ctx: Context,
  { shortlistId, whole }: StartProjectFromPlanInput,
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const shortlist = await getShortlist(ctx.actor, shortlistId, tx)
    if (!shortlist?.planRunId || !shortlist.planModuleId) return refuse({ kind: 'not-found' })
    const run = await getPlan(ctx.actor, shortlist.planRunId, tx)
    if (!run?.evidenceSha256) return refuse({ kind: 'not-found' })
    const { needs, practices, term } = run.choice
    const all = whole ? await listShortlistsOfPlan(ctx.actor, run.id, tx) : []
    const capabilityIds = whole ? capabilitiesOf(run.choice, run.outcome?.plan) : []
    if (capabilityIds.length > mostNeeded)
      return refuse({
        kind: 'conflict',
        because: `The plan covers ${capabilityIds.length} capabilities and a project names ${mostNeeded} at most: start a project for each shortlist`,
      })
    return startWithin(tx, ctx, {
      shortlistId,
      name: whole ? run.profile.name : shortlist.name,
      plan: {
        runId: run.id,
        evidenceSha256: run.evidenceSha256,
        moduleId: shortlist.planModuleId,
        ...(whole ? { moduleIds: all.flatMap(({ planModuleId }) => planModuleId ?? []).sort() } : {}),
        needs,
        practices,
      },
      // An order begins on the first of a month (T4): what does not is left to the buyer.
      needs: {
        capabilityIds,
        termMonths: term.months,
        goLiveOn: term.start,
        ...(term.start.endsWith('-01') ? { startsOn: term.start } : {}),
      },
    })
  })
}

/** What is still to be bought: the capabilities of the needs that no module covers which the plan keeps. */
function capabilitiesOf({ needs, candidates }: Choice, plan: Plan | undefined | null): string[] {
  const kept = plan?.modules.filter((id) => !plan.added.includes(id)) ?? []
  const covered = candidates.flatMap(({ moduleId, meets }) => (kept.includes(moduleId) ? meets : []))
  return needs.flatMap(({ id }) => (covered.includes(id) || id.includes('/') ? [] : [id])).sort()
}
