import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { readOneInstant } from '@/lib/platform/one-instant'
import { transaction } from '@/lib/platform/transaction'
import { getNeedsProfile } from '../needs-profiles/get-needs-profile'
import type { Shortlist } from '../shortlist'
import { maySeeShortlist } from '../shortlist-policy'
import { findShortlistsOfPlan } from '../shortlist-store'
import { changesSince } from './change-words'
import { hasOutcome, type PlanRun, type PlanSummary } from './plan-run'
import { mayAskForPlan, maySeePlan } from './plan-run-policy'
import { findEvidence, findPlanRun, findPlanRuns } from './plan-run-store'
import { plannedShortlists } from './plan-shortlist-rules'
import { takeCandidates } from './take-choice'

/** A run that the actor may see; undefined otherwise. */
export async function getPlan(actor: Actor, id: string, tx: Tx = db): Promise<PlanRun | undefined> {
  const run = isId(id) ? await findPlanRun(tx, id) : undefined
  return run && maySeePlan(actor, run) ? run : undefined
}

export type PlanPage = {
  run: PlanRun
  parent: PlanRun | null
  /** What-ifs and questions that were asked of it. */
  children: PlanSummary[]
  /** PLAN-4: what has changed since; empty: it is up to date. */
  changes: string[]
  mayAsk: boolean
  /** Shortlists that were made from it, as far as the actor may see them. */
  shortlists: Shortlist[]
  /** Modules that the plan buys: what shortlists can be made for. */
  buys: number
}

/** A run with what stands around it. */
export async function getPlanPage(ctx: Context, id: string): Promise<PlanPage | undefined> {
  const run = await getPlan(ctx.actor, id)
  if (!run) return undefined
  return {
    run,
    parent: run.parentId ? ((await findPlanRun(db, run.parentId)) ?? null) : null,
    children: await findPlanRuns(db, { parentId: run.id }),
    changes: hasOutcome(run) ? await changesOf(ctx, run) : [],
    mayAsk: mayAskForPlan(ctx.actor, run).allowed,
    shortlists: (await findShortlistsOfPlan(db, run.id)).filter((shortlist) => maySeeShortlist(ctx.actor, shortlist)),
    buys: run.outcome?.plan ? plannedShortlists(run.choice, run.outcome.plan).length : 0,
  }
}

/** PLAN-4, against the market of this moment, seen as the frozen profile sees it. */
export function changesOf(ctx: Context, { choice, profile }: PlanRun): Promise<string[]> {
  return transaction(async (tx) => {
    await readOneInstant(tx)
    const { content } = profile
    const now = await takeCandidates(tx, ctx, content, content.term ?? choice.term)
    return now.ok ? changesSince(choice, now.value) : []
  })
}

/** The runs of a profile that the actor may see, the newest first. */
export async function listPlans(actor: Actor, profileId: string): Promise<PlanSummary[]> {
  const profile = await getNeedsProfile(actor, profileId)
  return profile ? findPlanRuns(db, { profileId: profile.id }) : []
}

/** The evidence as it was frozen: the bytes that its hash is of. */
export async function getPlanEvidence(actor: Actor, id: string): Promise<string | undefined> {
  return (await getPlan(actor, id)) ? findEvidence(db, id) : undefined
}
