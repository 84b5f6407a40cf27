import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { voidFunding } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { mayRefuseCallOff } from './call-off-policy'
import type { RefuseInput } from './call-off-schema'
import { climb } from './move-call-off'

/** The supplier will not sign: the order ends, and the money is free again. Its words stand with the order. */
export function refuseCallOff(ctx: Context, { reason, ...input }: RefuseInput): Promise<Result<CallOff>> {
  return transaction((tx) =>
    climb(tx, ctx, {
      ...input,
      command: 'refuse',
      may: (callOff) => mayRefuseCallOff(ctx.actor, callOff),
      prepare: async () => ok({ refusedReason: reason }),
      follow: async (callOff) => {
        const request = callOff.fundingRequestId ? await readFundingRequest(tx, callOff.fundingRequestId) : undefined
        return request?.state === 'approved' ? voidFunding(tx, ctx, request) : ok(undefined)
      },
    }),
  )
}
