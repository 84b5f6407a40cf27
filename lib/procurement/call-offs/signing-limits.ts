import 'server-only'
import type { FundingLimits } from '@/lib/funding/funding-request-policy'
import { getFundingLimits } from '@/lib/funding/get-funding-limits'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { CallOff } from './call-off'
import { sideOf } from './call-off-policy'

/**
 * What bounds the actor's signature for the payer today: what is lent counts on its days alone (N3). Nothing beside the grant
 * where the payer's figures are not set, and for whoever does not sign for the payer.
 */
export async function signingLimits(
  tx: Tx,
  ctx: Context,
  callOff: Pick<CallOff, 'payerId' | 'supplierId'>,
): Promise<FundingLimits> {
  if (sideOf(ctx.actor, callOff) !== 'payer') return {}
  const limits = await getFundingLimits(tx, ctx, callOff.payerId)
  return limits.ok ? limits.value : {}
}
