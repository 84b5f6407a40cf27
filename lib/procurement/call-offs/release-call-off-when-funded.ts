import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import type { Context } from '@/lib/platform/context'
import { allow } from '@/lib/platform/decision'
import { againWhenStale } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { findCallOffByFunding } from './call-off-store'
import { climb } from './move-call-off'

/** On FundingApproved: the order it was for goes on, if the terms are still those that were approved (B7). Twice does nothing. */
export async function releaseCallOffWhenFunded(ctx: Context, event: StoredEvent): Promise<void> {
  const result = await transaction(async (tx) => {
    const request = await readFundingRequest(tx, event.about.id)
    const callOff = request && (await findCallOffByFunding(tx, request.id))
    if (!callOff || request.state !== 'approved' || request.termsHash !== callOff.termsHash) return undefined
    return climb(tx, ctx, {
      id: callOff.id,
      version: callOff.version,
      command: 'release',
      may: () => allow,
      data: () => ({ fundingRequestId: request.id }),
    })
  })
  againWhenStale(result)
}
