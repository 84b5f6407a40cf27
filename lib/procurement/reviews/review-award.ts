import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayReviewAward, maySeeAwardReview } from './award-review-policy'
import type { ReviewAwardInput } from './award-review-schema'
import { findReview, saveReview } from './award-review-store'

/** Records what the review of an urgent award found (D3). Done once; the award stands, and what was found stands beside it. */
export function reviewAward(
  ctx: Context,
  { projectId, outcome, finding }: ReviewAwardInput,
): Promise<Result<{ projectId: string }>> {
  return transaction(async (tx) => {
    const review = await findReview(tx, projectId)
    if (!review || !maySeeAwardReview(ctx.actor, review)) return refuse({ kind: 'not-found' })
    const decision = mayReviewAward(ctx.actor, review, review.award)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const by = { reviewedById: ctx.actor.userId, reviewedAt: ctx.now }
    if (!(await saveReview(tx, projectId, { outcome, finding, ...by })))
      return refuse({ kind: 'conflict', because: 'This award was reviewed already' })
    await record(tx, ctx, {
      name: 'AwardReviewed',
      about: { type: 'Project', id: projectId },
      organisationId: review.payerId,
      data: { outcome },
    })
    return ok({ projectId })
  })
}
