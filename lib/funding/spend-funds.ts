import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { poundsWords } from '@/lib/platform/money'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import {
  findBudgetLine,
  findBudgetLines,
  findSpend,
  lockCommitment,
  lockLiving,
  rollInto,
  spendFrom,
} from './budget-store'
import { remainderOf } from './commitment'
import { commitmentMachine } from './commitment-machine'
import { isFinance } from './funding-policy'
import { yearWords } from './funding-request'
import { financialYearOf } from './funding-rules'

export type Spending = { fundingRequestId: string; budgetLineId: string; pence: bigint; key: string }

/**
 * Spends from the slice of a request on one line, inside the caller's transaction, which has asked its own policy. The same
 * key again changes nothing; with another sum it is refused. Never more than the slice still holds (B4).
 */
export async function spendFunds(tx: Tx, ctx: Context, spending: Spending): Promise<Result<undefined>> {
  const { fundingRequestId, budgetLineId, pence, key } = spending
  const slice = (await lockLiving(tx, fundingRequestId)).find((s) => s.budgetLineId === budgetLineId)
  const before = await findSpend(tx, key)
  if (before)
    return before.pence === pence && before.commitment.fundingRequestId === fundingRequestId
      ? ok(undefined)
      : refuse({ kind: 'conflict', because: 'This key has paid for something else already' })
  if (!slice) return refuse({ kind: 'conflict', because: 'No money is committed for this on that budget line' })
  if (pence <= 0n || pence > remainderOf(slice))
    return refuse({ kind: 'conflict', because: `The commitment still holds ${poundsWords(remainderOf(slice))}` })
  const move = next(commitmentMachine, slice.state, pence === remainderOf(slice) ? 'spend-all' : 'spend')
  if (!move) return refuse({ kind: 'wrong-state', state: slice.state, command: 'spend' })
  await spendFrom(tx, slice, key, pence, move.to, ctx.now)
  const line = (await findBudgetLine(tx, budgetLineId))!
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'Commitment', id: slice.id },
    from: slice.state,
    to: move.to,
    organisationId: line.organisationId,
    data: { fundingRequestId, budgetLineId, pence, key },
  })
  return ok(undefined)
}

/** Carries what a slice has not spent into the next year's line of the stream, once its own year is over: by finance alone. */
export function rollFunds(
  ctx: Context,
  input: { commitmentId: string; pence: bigint },
): Promise<Result<{ lineId: string }>> {
  return transaction(async (tx) => {
    const slice = await lockCommitment(tx, input.commitmentId)
    const line = slice && (await findBudgetLine(tx, slice.budgetLineId))
    if (!slice || !line || !ctx.actor.grants.some((g) => g.organisationId === line.organisationId))
      return refuse({ kind: 'not-found' })
    if (!isFinance(ctx.actor, line.organisationId))
      return refuse({
        kind: 'forbidden',
        because: 'Only a finance officer of the payer can carry money into the next year',
      })
    const move = next(commitmentMachine, slice.state, 'roll')
    if (!move) return refuse({ kind: 'wrong-state', state: slice.state, command: 'roll' })
    if (remainderOf(slice) !== input.pence) return refuse({ kind: 'stale' })
    if (financialYearOf(dayOf(ctx.now)) <= line.year)
      return refuse({ kind: 'conflict', because: `The year ${yearWords(line.year)} is not over yet` })
    const into = (await findBudgetLines(tx, [line.organisationId])).find(
      (l) => l.stream === line.stream && l.year === line.year + 1,
    )
    if (!into || !(await rollInto(tx, slice, into.id)))
      return refuse({
        kind: 'conflict',
        because: `There is not enough left in the ${line.stream} budget for ${yearWords(line.year + 1)}: this needs ${poundsWords(input.pence)}.`,
      })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Commitment', id: slice.id },
      from: slice.state,
      to: move.to,
      organisationId: line.organisationId,
      data: { fundingRequestId: slice.fundingRequestId, fromLineId: line.id, intoLineId: into.id, pence: input.pence },
    })
    return ok({ lineId: into.id })
  })
}
