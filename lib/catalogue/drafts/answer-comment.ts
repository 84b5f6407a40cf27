import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { mayEditDraft } from './listing-draft-policy'
import type { AnswerComment } from './listing-draft-schema'
import { addComments, findComments } from './listing-draft-store'

/** Answers what a reviewer said about a section; the reviewer reads it when the draft comes back. */
export function answerComment(
  ctx: Context,
  { commentId, text, ...move }: AnswerComment,
): Promise<Result<ListingDraft>> {
  return transaction(async (tx) => {
    const comment = (await findComments(tx, move.id)).find((c) => c.id === commentId && c.answersId === null)
    const answered = await changeDraft(tx, ctx, move, {
      command: 'answer-comment',
      may: mayEditDraft,
      change: () => (comment ? ok({}) : refuse({ kind: 'not-found' })),
    })
    if (!answered.ok || !comment) return answered
    const answer = { section: comment.section, text, answersId: comment.id }
    await addComments(tx, move.id, [answer], { authorId: ctx.actor.userId, at: ctx.now })
    return answered
  })
}
