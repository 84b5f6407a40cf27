import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { mayReviewListing } from './listing-draft-policy'
import type { ApproveDraft } from './listing-draft-schema'
import { publishDraft } from './publish-due-listings'
import { priceProblems } from './submit-listing'

/** Approves a listing for a day, today or later. What is approved for today is published in the same act. */
export function approveListing(ctx: Context, { publishOn, ...move }: ApproveDraft): Promise<Result<ListingDraft>> {
  const today = dayOf(ctx.now)
  return transaction(async (tx) => {
    const approved = await changeDraft(tx, ctx, move, {
      command: 'approve',
      may: mayReviewListing,
      data: { publishOn },
      change: async (draft) => {
        if (publishOn < today) return invalidField('publishOn', 'The day of publication must be today or later')
        const problems = await priceProblems(tx, draft, publishOn)
        if (problems.length > 0) return invalidField('publishOn', problems.join('. '))
        return ok({ publishOn, answerDueOn: null })
      },
    })
    return approved.ok && publishOn === today ? publishDraft(tx, ctx, approved.value) : approved
  })
}
