import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { addWorkingDays } from '@/lib/platform/working-days'
import { commitSlices } from './budget-store'
import { moveFunding } from './decide-funding'
import type { FundingRequest } from './funding-request'
import { mayApproveFunding } from './funding-request-policy'
import type { ApproveFundingInput } from './funding-request-schema'
import { findFundingRequest } from './funding-store'
import { getFundingLimits } from './get-funding-limits'
import { recordFunds } from './record-funds'

/** Approves a request: what was reserved is committed. */
export function approveFunding(ctx: Context, input: ApproveFundingInput): Promise<Result<FundingRequest>> {
  return transaction((tx) => approveFundingWithin(tx, ctx, input))
}

/** The same as part of a greater act, such as the approval of an order that asks the gate first. */
export async function approveFundingWithin(
  tx: Tx,
  ctx: Context,
  input: ApproveFundingInput,
): Promise<Result<FundingRequest>> {
  const seen = await findFundingRequest(tx, input.id)
  if (!seen) return refuse({ kind: 'not-found' })
  const limits = await getFundingLimits(tx, ctx, seen.payerId, ['approval-life', 'urgent-review-days', 'bank-holidays'])
  if (!limits.ok) return limits
  const [today, set] = [dayOf(ctx.now), limits.value.set]
  return moveFunding(tx, ctx, {
    ...input,
    seen,
    command: 'approve',
    may: (request) => mayApproveFunding(ctx.actor, request, limits.value),
    change: (request) => ({
      decidedById: ctx.actor.userId,
      decidedAt: ctx.now,
      decisionReason: input.reason || null,
      declineCode: null,
      approvedUntil: addDays(today, set.count('approval-life')),
      reviewDueOn:
        request.urgentReason === null
          ? null
          : addWorkingDays(today, set.count('urgent-review-days'), set.list('bank-holidays')),
    }),
    settings: limits.value.settings,
    money: async (db, request) => {
      await recordFunds(db, ctx, 'FundsCommitted', request, await commitSlices(db, request.id))
      return undefined
    },
  })
}
