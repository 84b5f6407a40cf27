import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { type Decision, deny } from '@/lib/platform/decision'
import { refusalWords } from '@/lib/platform/refusal-words'
import { type FundingRequest, isWaiting } from './funding-request'
import { fundingMachine } from './funding-request-machine'
import {
  mayAnswerFunding,
  mayAppealFunding,
  mayApproveFunding,
  mayDecideFunding,
  mayRecommendFunding,
  mayReturnFunding,
  mayReviewFunding,
  mayWithdrawFunding,
} from './funding-request-policy'
import { getFundingLimits } from './get-funding-limits'

export type FundingAct =
  | 'approve'
  | 'decline'
  | 'return'
  | 'recommend'
  | 'answer'
  | 'appeal'
  | 'withdraw'
  | 'urgent'
  | 'review'

/** What this actor may do with a request as it stands: only acts that its state allows, each with the policy's answer. */
export async function getFundingDecisions(
  ctx: Context,
  request: FundingRequest,
): Promise<Partial<Record<FundingAct, Decision>>> {
  const { actor } = ctx
  const found = await getFundingLimits(db, ctx, request.payerId)
  const limited = (ask: typeof mayApproveFunding) =>
    found.ok ? ask(actor, request, found.value) : deny(refusalWords(found.refusal))
  const edges = fundingMachine[request.state]
  return {
    ...(edges.recommend ? { recommend: mayRecommendFunding(actor, request) } : {}),
    ...(edges.approve ? { approve: limited(mayApproveFunding), decline: limited(mayDecideFunding) } : {}),
    ...(edges.return ? { return: mayReturnFunding(actor, request) } : {}),
    ...(edges.submit ? { answer: mayAnswerFunding(actor, request) } : {}),
    ...(edges.appeal ? { appeal: mayAppealFunding(actor, request) } : {}),
    ...(edges.withdraw ? { withdraw: mayWithdrawFunding(actor, request) } : {}),
    ...(isWaiting(request) && request.urgentReason === null ? { urgent: mayAnswerFunding(actor, request) } : {}),
    ...(request.reviewDueOn !== null && request.reviewedAt === null
      ? { review: mayReviewFunding(actor, request) }
      : {}),
  }
}
