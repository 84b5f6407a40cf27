import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { remainderOf } from './commitment'
import type { SlicesOf } from './living-slice'
import { findSlices } from './slice-store'

/** The committed slices of these requests, oldest year first, for a room that spends from them inside its transaction. */
export async function listSlices(tx: Tx, fundingRequestIds: string[]): Promise<SlicesOf> {
  const requests = await findSlices(tx, fundingRequestIds)
  const slices = requests.flatMap(({ id, commitments }) =>
    commitments.map(({ budgetLineId, line, ...slice }) => ({
      fundingRequestId: id,
      budgetLineId,
      ...line,
      leftPence: remainderOf(slice),
    })),
  )
  return {
    slices: slices.toSorted((a, b) => a.year - b.year || (a.budgetLineId < b.budgetLineId ? -1 : 1)),
    requestedByIds: requests.map((request) => request.requestedById),
    decidedByIds: requests.flatMap(({ decidedById }) => decidedById ?? []),
  }
}
