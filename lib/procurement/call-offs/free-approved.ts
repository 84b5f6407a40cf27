import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { voidFunding } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import type { CallOff } from './call-off'

/** The money of an order that ends unsigned is free again. */
export async function freeApproved(
  tx: Tx,
  ctx: Context,
  { fundingRequestId }: Pick<CallOff, 'fundingRequestId'>,
): Promise<Result<unknown>> {
  const request = fundingRequestId ? await readFundingRequest(tx, fundingRequestId) : undefined
  return request?.state === 'approved' ? voidFunding(tx, ctx, request) : ok(undefined)
}
