import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { sectionOf } from './listing-draft-journey'
import { mayReviewListing } from './listing-draft-policy'
import type { ReturnDraft } from './listing-draft-schema'
import { addComments } from './listing-draft-store'

/** Sends a listing back with at least one comment on a section. */
export function returnListing(ctx: Context, { comments, ...move }: ReturnDraft): Promise<Result<ListingDraft>> {
  return transaction(async (tx) => {
    const returned = await changeDraft(tx, ctx, move, {
      command: 'return',
      may: mayReviewListing,
      data: { sections: comments.map((c) => c.section) },
      change: () =>
        comments.length > 0 && comments.every((c) => sectionOf(c.section))
          ? ok({ answerDueOn: null })
          : refuse({ kind: 'invalid', fields: { form: ['Write a comment on at least one section'] } }),
    })
    if (returned.ok) await addComments(tx, move.id, comments, { authorId: ctx.actor.userId, at: ctx.now })
    return returned
  })
}
