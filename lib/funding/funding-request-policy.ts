import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { poundsWords } from '@/lib/platform/money'
import type { FundingRequest } from './funding-request'

/** Approve or decline: an approver of the payer, within their limit on the whole life, who did not ask (B6, by person). */
export function mayDecideFunding(actor: Actor, request: FundingRequest): Decision {
  const grant = grantOf(actor, 'funding-approver', request.payerId)
  if (!grant) return deny('Only a funding approver of the paying organisation can decide this request')
  if (request.requestedById === actor.userId) return deny('You cannot decide a request you made yourself')
  if (request.wholeLifePence > (grant.limitPence ?? 0n))
    return deny(`This amount is above your delegated limit of ${poundsWords(grant.limitPence ?? 0n)}`)
  return allow
}

/** Withdraw: only who asked. */
export function mayWithdrawFunding(actor: Actor, request: FundingRequest): Decision {
  return request.requestedById === actor.userId ? allow : deny('Only the person who asked can withdraw this request')
}

/** Read: whoever belongs to the payer or to the organisation that asked. */
export function maySeeFunding(actor: Actor, request: FundingRequest): boolean {
  return belongsTo(actor, request.payerId) || belongsTo(actor, request.requesterOrgId)
}
