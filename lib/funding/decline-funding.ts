import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { moveFunding } from './decide-funding'
import type { FundingRequest } from './funding-request'
import { mayDecideFunding, mayWithdrawFunding } from './funding-request-policy'
import type { DeclineFundingInput, WithdrawFundingInput } from './funding-request-schema'
import { releaseReserved, setCommitments } from './funding-store'

/** Declines a request with a code and words; what was reserved is free again. */
export function declineFunding(
  ctx: Context,
  { code, reason, ...input }: DeclineFundingInput,
): Promise<Result<FundingRequest>> {
  return transaction((tx) =>
    moveFunding(tx, ctx, {
      ...input,
      command: 'decline',
      may: (request) => mayDecideFunding(ctx.actor, request),
      change: { decidedById: ctx.actor.userId, decidedAt: ctx.now, declineCode: code, decisionReason: reason },
      money: release,
    }),
  )
}

/** Takes a request back before it is decided; what was reserved is free again. */
export function withdrawFunding(ctx: Context, input: WithdrawFundingInput): Promise<Result<FundingRequest>> {
  return transaction((tx) =>
    moveFunding(tx, ctx, {
      ...input,
      command: 'withdraw',
      may: (request) => mayWithdrawFunding(ctx.actor, request),
      change: {},
      money: release,
    }),
  )
}

async function release(tx: Tx, request: FundingRequest): Promise<void> {
  for (const slice of request.slices.toSorted((a, b) => (a.budgetLineId < b.budgetLineId ? -1 : 1)))
    await releaseReserved(tx, slice.budgetLineId, slice.pence)
  await setCommitments(tx, request.id, 'released')
}
