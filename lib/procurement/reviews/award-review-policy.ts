import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { AwardReview, ReviewedAward } from './award-review'

/** Read: who decides on money or handles it for the payer. */
export const maySeeAwardReview = (actor: Actor, { payerId }: Pick<AwardReview, 'payerId'>): boolean =>
  ['funding-approver', 'finance-officer', 'funding-requester'].some((role) => grantOf(actor, role, payerId))

/** Review: an approver or finance officer of the payer who did not make the award (procurement §1: by person). */
export function mayReviewAward(actor: Actor, review: Pick<AwardReview, 'payerId'>, award: ReviewedAward): Decision {
  if (!['funding-approver', 'finance-officer'].some((role) => grantOf(actor, role, review.payerId)))
    return deny('Only an approver or finance officer of the paying organisation can review this award')
  return award.decidedById === actor.userId ? deny('You made this award. Somebody else reviews it') : allow
}
