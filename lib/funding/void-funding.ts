import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import type { Result } from '@/lib/platform/refusal'
import { moveFunding } from './decide-funding'
import type { FundingRequest } from './funding-request'
import { releaseCommitted, releaseReserved, setCommitments } from './funding-store'

/**
 * Voids a request whose terms no longer stand (the supplier refused, the terms changed, the module was removed), inside the
 * caller's transaction: the caller has asked its own policy. What was reserved or committed is free again.
 */
export function voidFunding(
  tx: Tx,
  ctx: Context,
  { id, version, state }: Pick<FundingRequest, 'id' | 'version' | 'state'>,
): Promise<Result<FundingRequest>> {
  const release = state === 'submitted' ? releaseReserved : releaseCommitted
  return moveFunding(tx, ctx, {
    trusted: true,
    id,
    version,
    command: 'void',
    may: () => allow,
    change: {},
    money: async (db, request) => {
      for (const slice of request.slices.toSorted((a, b) => (a.budgetLineId < b.budgetLineId ? -1 : 1)))
        await release(db, slice.budgetLineId, slice.pence)
      await setCommitments(db, request.id, 'released')
    },
  })
}
