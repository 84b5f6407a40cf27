import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { type AwardReviewState, stateOfReview } from './award-review'
import { mayReviewAward, maySeeAwardReview } from './award-review-policy'
import { findReviews, type StoredReview } from './award-review-store'

export type ReviewView = StoredReview & { state: AwardReviewState; buyer: string; payer: string; may: Decision }

/** Urgent awards of the payers of this actor, those to be reviewed first; undefined where there is no such payer. */
export async function listAwardReviews(ctx: Context): Promise<ReviewView[] | undefined> {
  const { actor } = ctx
  const payerIds = actor.grants.map((g) => g.organisationId).filter((payerId) => maySeeAwardReview(actor, { payerId }))
  if (payerIds.length === 0) return undefined
  const reviews = await findReviews(db, payerIds)
  const name = await listNames(
    db,
    reviews.flatMap(({ payerId, award }) => [payerId, award.buyerId]),
  )
  const today = dayOf(ctx.now)
  return reviews.map((review) => ({
    ...review,
    state: stateOfReview(review, today),
    buyer: name(review.award.buyerId),
    payer: name(review.payerId),
    may: mayReviewAward(actor, review, review.award),
  }))
}
