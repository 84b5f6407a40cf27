import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { mayReviewListing } from './listing-draft-policy'
import type { DraftMove } from './listing-draft-schema'

/** A reviewer takes a listing up: from now on the supplier cannot take it back. */
export function startReview(ctx: Context, input: DraftMove): Promise<Result<ListingDraft>> {
  return transaction((tx) =>
    changeDraft(tx, ctx, input, {
      command: 'start-review',
      may: mayReviewListing,
      change: () => ok({ reviewerId: ctx.actor.userId }),
    }),
  )
}
