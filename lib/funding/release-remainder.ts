import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { releaseSlices } from './budget-store'
import type { FundingRequest } from './funding-request'
import { recordFunds } from './record-funds'

/**
 * Frees exactly what a used request has not spent, inside the transaction of what ended (B3); the request itself stays approved.
 * The caller has asked its own policy. Again there is nothing left to free.
 */
export async function releaseRemainder(
  tx: Tx,
  ctx: Context,
  request: Pick<FundingRequest, 'id' | 'payerId'>,
): Promise<void> {
  const freed = await releaseSlices(tx, request.id)
  if (freed.length > 0) await recordFunds(tx, ctx, 'FundsReleased', request, freed)
}
