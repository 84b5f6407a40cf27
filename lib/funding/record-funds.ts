import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import type { FundingRequest } from './funding-request'

type Moved = 'FundsReserved' | 'FundsCommitted' | 'FundsReleased'

/** One event for the slices of a request that moved together. */
export function recordFunds(
  tx: Tx,
  ctx: Context,
  name: Moved,
  request: Pick<FundingRequest, 'id' | 'payerId'>,
  slices: { budgetLineId: string; pence: bigint }[],
): Promise<void> {
  return record(tx, ctx, {
    name,
    about: { type: 'FundingRequest', id: request.id },
    organisationId: request.payerId,
    data: { slices: slices.map(({ budgetLineId, pence }) => ({ budgetLineId, pence })) },
  })
}
