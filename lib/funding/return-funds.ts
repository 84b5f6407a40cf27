import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { findBudgetLine, lockCommitment } from './budget-store'
import { commitmentMachine } from './commitment-machine'
import { findSpends, returnSpend } from './slice-store'

/**
 * Gives back everything that was spent under keys that begin so, inside the caller's transaction: to the slice where it still
 * lives, else free to its budget line. Again there is nothing left to give back. @returns pence.
 */
export async function returnFunds(tx: Tx, ctx: Context, keyPrefix: string): Promise<bigint> {
  let sum = 0n
  const spends = await findSpends(tx, keyPrefix)
  for (const { commitment, ...spend } of spends.toSorted((a, b) =>
    a.commitment.budgetLineId < b.commitment.budgetLineId ? -1 : 1,
  )) {
    const slice = (await lockCommitment(tx, commitment.id))!
    const move = next(commitmentMachine, slice.state, slice.spentPence === spend.pence ? 'return-all' : 'return')
    const to = { newId: newId(), at: ctx.now, state: move?.to ?? slice.state, living: move !== undefined }
    await returnSpend(tx, { ...spend, commitmentId: slice.id, budgetLineId: slice.budgetLineId }, to)
    sum += spend.pence
    await record(tx, ctx, {
      name: 'FundsReturned',
      about: { type: 'Commitment', id: slice.id },
      ...(move ? { from: slice.state, to: move.to } : {}),
      organisationId: (await findBudgetLine(tx, slice.budgetLineId))!.organisationId,
      data: { ...commitment, pence: spend.pence, key: spend.key, isFree: move === undefined },
    })
  }
  return sum
}
