import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { moveFunding } from './decide-funding'
import type { FundingRequest } from './funding-request'
import { mayDecideFunding } from './funding-request-policy'
import type { ApproveFundingInput } from './funding-request-schema'
import { commitReserved, setCommitments } from './funding-store'

/** Approves a request: what was reserved is committed. */
export function approveFunding(ctx: Context, input: ApproveFundingInput): Promise<Result<FundingRequest>> {
  return transaction((tx) => approveFundingWithin(tx, ctx, input))
}

/** The same as part of a greater act, such as the approval of an order that asks the gate first. */
export function approveFundingWithin(
  tx: Tx,
  ctx: Context,
  input: ApproveFundingInput,
): Promise<Result<FundingRequest>> {
  return moveFunding(tx, ctx, {
    ...input,
    command: 'approve',
    may: (request) => mayDecideFunding(ctx.actor, request),
    change: { decidedById: ctx.actor.userId, decidedAt: ctx.now, decisionReason: input.reason || null },
    money: async (db, request) => {
      for (const slice of request.slices.toSorted((a, b) => (a.budgetLineId < b.budgetLineId ? -1 : 1)))
        await commitReserved(db, slice.budgetLineId, slice.pence)
      await setCommitments(db, request.id, 'committed')
    },
  })
}
