import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { poundsWords } from '@/lib/platform/money'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { findBudgetLines, insertCommitment, reserve } from './budget-store'
import { type FundingRequest, yearWords } from './funding-request'
import { recordFunds } from './record-funds'

/** Reserves the sums of a request on the payer's lines, in the order of the lines' ids: all or none (B1, B5). */
export async function reserveSlices(
  tx: Tx,
  ctx: Context,
  request: Pick<FundingRequest, 'id' | 'payerId'>,
  stream: string,
  sums: { year: number; pence: bigint; stream?: string }[],
): Promise<Result<undefined>> {
  const lines = await findBudgetLines(tx, [request.payerId])
  const of = sums.map((sum) => ({ ...sum, stream: sum.stream ?? stream }))
  const lineOf = (sum: { year: number; stream: string }) =>
    lines.find((line) => line.year === sum.year && line.stream === sum.stream)
  const missing = of.find((sum) => !lineOf(sum))
  if (missing)
    return refuse({
      kind: 'conflict',
      because: `The payer has no ${missing.stream} budget for ${yearWords(missing.year)}. Its finance officer must set one first.`,
    })
  const slices = of.map((sum) => ({ ...sum, budgetLineId: lineOf(sum)!.id }))
  for (const { budgetLineId, pence, year, stream: from } of slices.toSorted((a, b) =>
    a.budgetLineId < b.budgetLineId ? -1 : 1,
  )) {
    if (!(await reserve(tx, budgetLineId, pence)))
      return refuse({
        kind: 'conflict',
        because: `There is not enough left in the ${from} budget for ${yearWords(year)}: this needs ${poundsWords(pence)}.`,
      })
    await insertCommitment(tx, { id: newId(), fundingRequestId: request.id, budgetLineId, pence, state: 'reserved' })
  }
  await recordFunds(tx, ctx, 'FundsReserved', request, slices)
  return ok(undefined)
}
