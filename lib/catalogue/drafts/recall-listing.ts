import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { maySignForListing } from './listing-draft-policy'
import type { DraftMove } from './listing-draft-schema'

/** Takes a submitted draft back, as long as nobody has begun to review it. */
export function recallListing(ctx: Context, input: DraftMove): Promise<Result<ListingDraft>> {
  return transaction((tx) =>
    changeDraft(tx, ctx, input, {
      command: 'recall',
      may: maySignForListing,
      change: () => ok({ submittedById: null, submittedAt: null, answerDueOn: null }),
    }),
  )
}
