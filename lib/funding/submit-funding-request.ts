import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { poundsWords } from '@/lib/platform/money'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { addWorkingDays } from '@/lib/platform/working-days'
import { readSettings } from '@/lib/settings/read-settings'
import { type FundingRequest, yearWords } from './funding-request'
import { findBudgetLines, findFundingRequest, insertCommitment, insertFundingRequest, reserve } from './funding-store'

export type Asked = {
  payerId: string
  requesterOrgId: string
  reference: { type: string; id: string }
  title: string
  reason: string
  stream: string
  termsHash: string
  sums: { year: number; pence: bigint }[]
}

/**
 * Asks a payer for money, inside the caller's transaction, and reserves every slice on its budget line: all or none.
 * The caller has asked its own policy who may ask.
 */
export async function submitFundingRequest(tx: Tx, ctx: Context, asked: Asked): Promise<Result<FundingRequest>> {
  const settings = await readSettings(tx, ctx, asked.payerId, ['decision-days', 'bank-holidays'])
  if (!settings.ok) return settings
  const lines = (await findBudgetLines(tx, [asked.payerId])).filter((line) => line.stream === asked.stream)
  const missing = asked.sums.find((sum) => !lines.some((line) => line.year === sum.year))
  if (missing)
    return refuse({
      kind: 'conflict',
      because: `The payer has no ${asked.stream} budget for ${yearWords(missing.year)}. Ask your commissioner to set one.`,
    })
  const slices = asked.sums.map((sum) => ({
    budgetLineId: lines.find((line) => line.year === sum.year)!.id,
    stream: asked.stream,
    ...sum,
  }))
  const { sums, stream: _, ...rest } = asked
  const request: FundingRequest = {
    ...rest,
    id: newId(),
    requestedById: ctx.actor.userId,
    wholeLifePence: sums.reduce((total, sum) => total + sum.pence, 0n),
    state: 'submitted',
    submittedAt: ctx.now,
    dueOn: addWorkingDays(dayOf(ctx.now), settings.value.count('decision-days'), settings.value.list('bank-holidays')),
    decidedById: null,
    decidedAt: null,
    declineCode: null,
    decisionReason: null,
    version: 1,
    slices,
  }
  await insertFundingRequest(tx, request)
  for (const slice of slices.toSorted((a, b) => (a.budgetLineId < b.budgetLineId ? -1 : 1))) {
    if (!(await reserve(tx, slice.budgetLineId, slice.pence)))
      return refuse({
        kind: 'conflict',
        because: `There is not enough left in the ${slice.stream} budget for ${yearWords(slice.year)}: this needs ${poundsWords(slice.pence)}.`,
      })
    await insertCommitment(tx, {
      id: newId(),
      fundingRequestId: request.id,
      budgetLineId: slice.budgetLineId,
      pence: slice.pence,
      state: 'reserved',
    })
  }
  await record(tx, ctx, {
    name: 'FundingRequested',
    about: { type: 'FundingRequest', id: request.id },
    to: 'submitted',
    data: {
      payerId: asked.payerId,
      reference: asked.reference,
      pence: request.wholeLifePence,
      settings: settings.value.ids,
    },
  })
  return ok((await findFundingRequest(tx, request.id))!)
}
