import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { voidFunding } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayPropose } from './change-policy'
import type { RejectChangeInput } from './change-schema'
import { climbChange } from './climb-change'

/** Either party rejects a change before it takes effect; money that was reserved or committed for it is free again. */
export function rejectChange(
  ctx: Context,
  { because, ...input }: RejectChangeInput,
): Promise<Result<{ contractId: string }>> {
  return transaction((tx) =>
    climbChange(tx, ctx, {
      ...input,
      command: 'reject',
      may: (contract) => mayPropose(ctx.actor, contract),
      prepare: () => ok({ rejectedBecause: because }),
      write: async ({ fundingRequestId }) => {
        const request = fundingRequestId ? await readFundingRequest(tx, fundingRequestId) : undefined
        const holdsMoney = request && ['submitted', 'approved'].includes(request.state)
        return holdsMoney ? voidFunding(tx, ctx, request) : ok(undefined)
      },
    }),
  )
}
