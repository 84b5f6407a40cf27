import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { poundsWords } from '@/lib/platform/money'
import { type FundingRequest, withOptions } from './funding-request'

/** What bounds an approver besides their grant, on the day of the question. */
export type FundingLimits = {
  /** Lent by another approver today: already cut to the lender's own limit. */
  delegatedPence?: bigint
  /** For an approver whose grant names no limit; undefined: then they have none, and approve nothing. */
  usualPence?: bigint
  /** Above this a recommendation is needed; undefined: never. */
  recommendedAbove?: bigint
}

/** The limit that counts for an approver of this payer: the greater of their own and the one lent to them; 0 where none is set. */
export function limitOf(actor: Actor, payerId: string, limits: FundingLimits): bigint {
  const own = grantOf(actor, 'funding-approver', payerId)?.limitPence ?? limits.usualPence ?? 0n
  const lent = limits.delegatedPence ?? 0n
  return own > lent ? own : lent
}

/**
 * Decline: an approver of the payer, within their limit on the whole life with options, who has neither asked nor recommended
 * nor declined it before (B6, by person: a role in another organisation changes nothing).
 */
export function mayDecideFunding(actor: Actor, request: FundingRequest, limits: FundingLimits = {}): Decision {
  const mayReturn = mayReturnFunding(actor, request)
  if (!mayReturn.allowed) return mayReturn
  const limit = limitOf(actor, request.payerId, limits)
  if (limit === 0n) return deny('No approval limit is set for you, so you cannot decide on any amount')
  if (withOptions(request) > limit) return deny(`This amount is above your delegated limit of ${poundsWords(limit)}`)
  return allow
}

/** Approve: as decline, and with a recommendation where the payer asks for one. What is urgent is reviewed afterwards instead. */
export function mayApproveFunding(actor: Actor, request: FundingRequest, limits: FundingLimits = {}): Decision {
  const decision = mayDecideFunding(actor, request, limits)
  const needed = limits.recommendedAbove !== undefined && withOptions(request) > limits.recommendedAbove
  if (decision.allowed && needed && request.state === 'submitted' && request.urgentReason === null)
    return deny(`Above ${poundsWords(limits.recommendedAbove!)} somebody must recommend the request first`)
  return decision
}

/** Return with a question: whoever may decide, whatever their limit. */
export function mayReturnFunding(actor: Actor, request: FundingRequest): Decision {
  if (!grantOf(actor, 'funding-approver', request.payerId))
    return deny('Only a funding approver of the paying organisation can decide this request')
  if (request.requestedById === actor.userId) return deny('You cannot decide a request you made yourself')
  if (request.recommendedByIds.includes(actor.userId)) return deny('You cannot decide a request you recommended')
  if (request.firstDecidedById === actor.userId)
    return deny('You declined this request. Another approver decides on the appeal')
  return allow
}

/** Recommend: a recommender of the payer. */
export function mayRecommendFunding(actor: Actor, request: FundingRequest): Decision {
  if (!grantOf(actor, 'funding-recommender', request.payerId))
    return deny('Only a funding recommender of the paying organisation can recommend this request')
  return request.requestedById === actor.userId ? deny('You cannot recommend a request you made yourself') : allow
}

/** Withdraw, answer, appeal, call urgent: only who asked. */
export function mayWithdrawFunding(actor: Actor, request: FundingRequest): Decision {
  return request.requestedById === actor.userId ? allow : deny('Only the person who asked can withdraw this request')
}
export function mayAnswerFunding(actor: Actor, request: FundingRequest): Decision {
  return request.requestedById === actor.userId ? allow : deny('Only the person who asked can answer')
}
export function mayAppealFunding(actor: Actor, request: FundingRequest): Decision {
  if (request.requestedById !== actor.userId) return deny('Only the person who asked can appeal')
  return request.appealedAt === null ? allow : deny('This request was appealed once already')
}

/** Review an urgent approval: an approver or finance officer of the payer who neither asked nor approved. */
export function mayReviewFunding(actor: Actor, request: FundingRequest): Decision {
  const held = ['funding-approver', 'finance-officer'].some((role) => grantOf(actor, role, request.payerId))
  if (!held) return deny('Only an approver or finance officer of the paying organisation can review this approval')
  if ([request.requestedById, request.decidedById].includes(actor.userId))
    return deny('You asked for this or approved it. Somebody else reviews it')
  return allow
}

/** Read: whoever belongs to the payer or to the organisation that asked. */
export function maySeeFunding(actor: Actor, request: FundingRequest): boolean {
  return belongsTo(actor, request.payerId) || belongsTo(actor, request.requesterOrgId)
}
