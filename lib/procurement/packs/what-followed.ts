import type { Declaration } from '@/lib/catalogue/declarations/declaration'
import type { FundingNote, FundingRequest } from '@/lib/funding/funding-request'
import type { CallOff } from '../call-offs/call-off'
import type { NoticeObligation } from '../notices/notice-obligation'
import type { Project } from '../projects/project'
import type { AwardReview } from '../reviews/award-review'

export type OrderThatFollowed = { callOff: CallOff; request: FundingRequest | null; notes: FundingNote[] }
export type FollowedFacts = {
  project: Project
  /** What each winner's supplier had declared on the day of the decision; null: nothing that counted. */
  declarations: { supplierId: string; declaration: Declaration | null }[]
  orders: OrderThatFollowed[]
  notices: NoticeObligation[]
  review: AwardReview | null
}

/**
 * What came of a decision, for its evidence (D4): inducements and conflicts as the winners' suppliers had declared them, approvals by duty
 * and time, signatures, the text of UK6 and UK7, and the review of an urgent award. It names the pack by its hash and never changes it:
 * a pack fetched before the approval and one fetched after are the same bytes. Ids, never names of people.
 */
export function whatFollowed({ project, declarations, orders, notices, review }: FollowedFacts, asAt: Date) {
  return {
    schema: 'decision-followed/1',
    asAt: asAt.toISOString(),
    projectId: project.id,
    packSha256: project.decision!.packSha256,
    declared: declarations.map(({ supplierId, declaration }) => ({
      supplierId,
      declarationSha256: declaration?.sha256 ?? null,
      declaredOn: declaration?.declaredOn ?? null,
      answers: (declaration?.answers ?? [])
        .filter(({ id }) => ['inducements', 'conflicts'].includes(id))
        .map(({ id, question, answer, detail }) => ({ id, question, answer, detail })),
    })),
    orders: orders.map(({ callOff, request, notes }) => ({
      callOffId: callOff.id,
      number: callOff.number,
      state: callOff.state,
      termsHash: callOff.termsHash,
      totalPence: callOff.totalPence,
      approval: request && approvalOf(request, notes),
      signatures: callOff.signatures.map(({ side, personId, termsHash, at }) => ({
        ...{ side, personId, termsHash, at: at.toISOString() },
      })),
      notices: notices
        .filter(({ callOffId }) => callOffId === callOff.id)
        .map(({ kind, state, dueOn, text, reference, publishedOn, reason, termsHash }) => ({
          ...{ kind, state, dueOn, termsHash, text, reference, publishedOn, reason },
        })),
    })),
    review: review && {
      ...{ payerId: review.payerId, dueOn: review.dueOn, outcome: review.outcome, finding: review.finding },
      ...{ reviewedById: review.reviewedById, reviewedAt: review.reviewedAt?.toISOString() ?? null },
    },
  }
}
export type WhatFollowed = ReturnType<typeof whatFollowed>

/** Who asked, recommended and decided, when, and what was said on the way. */
const approvalOf = (request: FundingRequest, notes: FundingNote[]) => ({
  fundingRequestId: request.id,
  state: request.state,
  termsHash: request.termsHash,
  requestedById: request.requestedById,
  submittedAt: request.submittedAt.toISOString(),
  recommendedByIds: request.recommendedByIds,
  decidedById: request.decidedById,
  decidedAt: request.decidedAt?.toISOString() ?? null,
  declineCode: request.declineCode,
  reason: request.decisionReason,
  notes: notes.map(({ kind, text, byId, at }) => ({ kind, text, byId, at: at.toISOString() })),
})
