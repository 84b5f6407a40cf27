import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { Shortlist } from '../shortlist'
import { maySeeShortlist } from '../shortlist-policy'
import { findShortlistsOfPlan } from '../shortlist-store'

/** The live shortlists that were made from a plan (PLAN-1), as far as the actor may see them. */
export async function listShortlistsOfPlan(actor: Actor, runId: string, tx: Tx): Promise<Shortlist[]> {
  const made = isId(runId) ? await findShortlistsOfPlan(tx, runId) : []
  return made.filter((shortlist) => shortlist.state === 'live' && maySeeShortlist(actor, shortlist))
}
