import 'server-only'
import { isWaiting } from '@/lib/funding/funding-request'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { voidFunding } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import { againWhenStale, ok, type Result, refuse } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import type { CallOffInput } from './call-off-schema'
import { findCallOffByFunding } from './call-off-store'
import { climb } from './move-call-off'

/** Back to draft, so that the buyer can change it: approval and signatures are void, committed money is free again. */
export function reopenCallOff(ctx: Context, input: CallOffInput): Promise<Result<CallOff>> {
  return transaction((tx) => reopenWithin(tx, ctx, input))
}

/** The same as part of a greater act, such as the acceptance of a term that the supplier proposed. */
export const reopenWithin = (tx: Tx, ctx: Context, input: CallOffInput): Promise<Result<CallOff>> =>
  climb(tx, ctx, {
    ...input,
    command: 'reopen',
    may: (callOff) => mayPrepareCallOff(ctx.actor, callOff),
    prepare: async (callOff) => freeMoney(tx, ctx, callOff),
  })

/** On FundingDeclined, FundingWithdrawn and FundingLapsed: the order may be changed and asked for again. Twice does nothing. */
export async function reopenCallOffWhenNotFunded(ctx: Context, event: StoredEvent): Promise<void> {
  const result = await transaction(async (tx) => {
    const callOff = await findCallOffByFunding(tx, event.about.id)
    if (!callOff) return undefined
    return climb(tx, ctx, {
      id: callOff.id,
      version: callOff.version,
      command: 'reopen',
      may: () => allow,
      prepare: async () => ok({ fundingRequestId: null }),
    })
  })
  againWhenStale(result)
}

async function freeMoney(tx: Tx, ctx: Context, callOff: CallOff): Promise<Result<{ fundingRequestId: null }>> {
  const request = callOff.fundingRequestId ? await readFundingRequest(tx, callOff.fundingRequestId) : undefined
  if (request && isWaiting(request))
    return refuse({ kind: 'conflict', because: 'The payer has not decided yet. Withdraw the funding request first.' })
  if (request?.state === 'approved' || request?.state === 'returned') {
    const voided = await voidFunding(tx, ctx, request)
    if (!voided.ok) return voided
  }
  return ok({ fundingRequestId: null })
}
