import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { voidFunding } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import { allow } from '@/lib/platform/decision'
import { againWhenStale, ok } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { findCallOff } from './call-off-store'
import { climb } from './move-call-off'

/**
 * On FundingAppealed: the order waits for its money again. Where it was changed meanwhile, the appeal is for terms that no
 * longer stand, and the request is void (B7). Twice does nothing.
 */
export async function askAgainWhenAppealed(ctx: Context, event: StoredEvent): Promise<void> {
  const result = await transaction(async (tx) => {
    const request = await readFundingRequest(tx, event.about.id)
    if (request?.reference.type !== 'CallOff' || !['submitted', 'recommended', 'returned'].includes(request.state))
      return undefined
    const callOff = await findCallOff(tx, request.reference.id)
    if (callOff?.fundingRequestId === request.id) return undefined
    if (callOff?.state !== 'draft' || callOff.termsHash !== request.termsHash) return voidFunding(tx, ctx, request)
    return climb(tx, ctx, {
      id: callOff.id,
      version: callOff.version,
      command: 'request-funding',
      may: () => allow,
      prepare: async () => ok({ fundingRequestId: request.id }),
      data: () => ({ termsHash: callOff.termsHash, totalPence: callOff.totalPence }),
    })
  })
  againWhenStale(result)
}
