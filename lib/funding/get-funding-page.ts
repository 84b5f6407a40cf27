import 'server-only'
import type { Context } from '@/lib/platform/context'
import { getFundingDecisions } from './get-funding-decisions'
import { getFundingRequest, listAlike, listBudgetLines, listFundingNotes } from './get-funding-request'

/** A request with all that its page shows; undefined for who may not see it. */
export async function getFundingPage(ctx: Context, id: string) {
  const request = await getFundingRequest(ctx.actor, id)
  if (!request) return undefined
  const [notes, alike, decisions, lines] = await Promise.all([
    listFundingNotes(request),
    listAlike(ctx, request),
    getFundingDecisions(ctx, request),
    listBudgetLines(ctx.actor),
  ])
  const own = lines.filter((line) => request.slices.some((slice) => slice.budgetLineId === line.id))
  return { request, notes, alike, decisions, lines: own }
}
