import 'server-only'
import { grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { ListingDraftState } from './listing-draft'
import { findDrafts } from './listing-draft-store'
import { findSuppliers } from './own-module-store'
import { clockWords } from './review-clock-rules'

export type QueuedListing = {
  id: string
  name: string
  version: string
  supplier: string
  state: ListingDraftState
  clock: string
  publishOn: Day | null
}

/** Listings that wait for the authority or for their day, those that are due first; undefined to all but reviewers. */
export async function listReviewQueue(ctx: Context): Promise<QueuedListing[] | undefined> {
  if (!grantOf(ctx.actor, 'reviewer')) return undefined
  const drafts = await findDrafts(db, ['submitted', 'in-review', 'approved'])
  const suppliers = await findSuppliers(
    db,
    drafts.map((d) => d.supplierId),
  )
  return drafts.map((draft) => ({
    id: draft.id,
    name: draft.content.name,
    version: draft.moduleVersion,
    supplier: suppliers.find((s) => s.organisationId === draft.supplierId)?.brand ?? 'Unknown supplier',
    state: draft.state,
    clock: draft.answerDueOn ? clockWords(dayOf(ctx.now), draft.answerDueOn) : 'answered',
    publishOn: draft.publishOn,
  }))
}
