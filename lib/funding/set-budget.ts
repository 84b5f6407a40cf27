import 'server-only'
import { getOrganisation } from '@/lib/identity/get-organisation'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { poundsWords } from '@/lib/platform/money'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { SetBudgetInput } from './budget-schema'
import { changeAllocation, findBudgetLines, insertAllocationChange, insertBudgetLine } from './budget-store'
import { belongsToPayer, isFinance } from './funding-policy'
import { availablePence, type BudgetLine } from './funding-request'
import { streamProblem } from './payer-rules'

/** Sets what a payer allocates to a stream in a year: a new line, or another sum that is never below what is used (B1). */
export function setBudget(ctx: Context, input: SetBudgetInput): Promise<Result<{ lineId: string }>> {
  const { payerId, stream, year, pounds: pence, seen, reason } = input
  return transaction(async (tx) => {
    if (!belongsToPayer(ctx.actor, payerId)) return refuse({ kind: 'not-found' })
    if (!isFinance(ctx.actor, payerId))
      return refuse({ kind: 'forbidden', because: 'Only a finance officer of the payer can set its budgets' })
    const problem = streamProblem((await getOrganisation(tx, payerId))?.kind ?? '', stream)
    if (problem) return invalidField('stream', problem)
    const line = (await findBudgetLines(tx, [payerId])).find((l) => l.stream === stream && l.year === year)
    if ((line?.allocatedPence.toString() ?? '') !== seen) return refuse({ kind: 'stale' })
    if (line && pence < usedPence(line)) return tooLow(line)
    const lineId = line?.id ?? newId()
    const written = line
      ? await changeAllocation(tx, lineId, line.allocatedPence, pence)
      : await insertBudgetLine(tx, { id: lineId, organisationId: payerId, stream, year, allocatedPence: pence })
    if (!written) return refuse({ kind: 'stale' })
    const fromPence = line?.allocatedPence ?? 0n
    await insertAllocationChange(tx, {
      id: newId(),
      budgetLineId: lineId,
      fromPence,
      toPence: pence,
      reason,
      byId: ctx.actor.userId,
      at: ctx.now,
    })
    await record(tx, ctx, {
      name: 'BudgetSet',
      about: { type: 'BudgetLine', id: lineId },
      organisationId: payerId,
      data: { stream, year, fromPence, toPence: pence },
    })
    return ok({ lineId })
  })
}

const usedPence = (line: BudgetLine): bigint => line.allocatedPence - availablePence(line)
const tooLow = (line: BudgetLine) =>
  invalidField('pounds', `${poundsWords(usedPence(line))} of this line are used already. It cannot be set below that`)
