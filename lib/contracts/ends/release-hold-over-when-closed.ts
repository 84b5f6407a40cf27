import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { releaseRemainder } from '@/lib/funding/release-remainder'
import type { Context } from '@/lib/platform/context'
import { ok } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { findHoldOver } from './exit-store'

/**
 * Hears `ContractClosed`: the last invoice of a hold-over is paid by then (H4), so what was not used of its money is free again
 * (B3). Twice does nothing.
 */
export async function releaseHoldOverWhenClosed(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const held = await findHoldOver(tx, event.about.id)
    const request = held?.fundingRequestId ? await readFundingRequest(tx, held.fundingRequestId) : undefined
    if (request) await releaseRemainder(tx, ctx, request)
    return ok(undefined)
  })
}
