import 'server-only'
import { approveFundingWithin } from '@/lib/funding/approve-funding'
import { type FundingRequest, isWaiting } from '@/lib/funding/funding-request'
import { mayApproveFunding } from '@/lib/funding/funding-request-policy'
import type { ApproveFundingInput } from '@/lib/funding/funding-request-schema'
import { getFundingLimits } from '@/lib/funding/get-funding-limits'
import { getFundingRequest } from '@/lib/funding/get-funding-request'
import type { Context } from '@/lib/platform/context'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askGate } from './ask-gate'
import { findCallOffByFunding, moveCallOff } from './call-off-store'

/**
 * Approves the money of an order: the gate is asked in the same transaction (KO-01), so nothing is committed to a module that
 * may not be bought. The funding room, a floor below, cannot ask; its own ladder follows unchanged.
 */
export function approveOrder(ctx: Context, input: ApproveFundingInput): Promise<Result<FundingRequest>> {
  return transaction(async (tx) => {
    const request = await getFundingRequest(ctx.actor, input.id, tx)
    if (!request) return refuse({ kind: 'not-found' })
    const callOff = await findCallOffByFunding(tx, request.id)
    const limits = await getFundingLimits(tx, ctx, request.payerId)
    if (!limits.ok) return limits
    if (callOff && isWaiting(request) && mayApproveFunding(ctx.actor, request, limits.value).allowed) {
      if (request.termsHash !== callOff.termsHash)
        return refuse({ kind: 'conflict', because: 'The terms of the order are not those that were asked for' })
      const asked = await askGate(tx, ctx, callOff, 'approval')
      if (!asked.ok) return asked
      if (!(await moveCallOff(tx, callOff.id, callOff.version, asked.value))) return refuse({ kind: 'stale' })
    }
    return approveFundingWithin(tx, ctx, input)
  })
}
