import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import type { Result } from '@/lib/platform/refusal'
import { moveFunding } from './decide-funding'
import type { FundingRequest } from './funding-request'
import { releaseCommitted, setCommitments } from './funding-store'

/**
 * Voids an approval whose terms no longer stand (the supplier refused, or the terms changed), inside the caller's
 * transaction: the caller has asked its own policy.
 */
export function voidFunding(tx: Tx, ctx: Context, id: string, version: number): Promise<Result<FundingRequest>> {
  return moveFunding(tx, ctx, {
    trusted: true,
    id,
    version,
    command: 'void',
    may: () => allow,
    change: {},
    money: async (db, request) => {
      for (const slice of request.slices.toSorted((a, b) => (a.budgetLineId < b.budgetLineId ? -1 : 1)))
        await releaseCommitted(db, slice.budgetLineId, slice.pence)
      await setCommitments(db, request.id, 'released')
    },
  })
}
