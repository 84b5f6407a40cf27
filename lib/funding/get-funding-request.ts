import 'server-only'
import { type Actor, belongsTo, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { addMonths, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { readSettings } from '@/lib/settings/read-settings'
import { findBudgetLines } from './budget-store'
import { payerRoles } from './funding-policy'
import type { BudgetLine, FundingNote, FundingRequest } from './funding-request'
import { maySeeFunding } from './funding-request-policy'
import { findAlike, findFundingRequest, findFundingRequests, findNotes } from './funding-store'

/** One request, where the actor belongs to its payer or to the organisation that asked; undefined otherwise. */
export async function getFundingRequest(actor: Actor, id: string, tx: Tx = db): Promise<FundingRequest | undefined> {
  const request = isId(id) ? await findFundingRequest(tx, id) : undefined
  return request && maySeeFunding(actor, request) ? request : undefined
}

/** The requests of the actor's organisations, the oldest first. */
export async function listFundingRequests(actor: Actor): Promise<FundingRequest[]> {
  return findFundingRequests(db, organisationsOf(actor))
}

/** The budget lines of the organisations for which the actor approves or asks as a commissioner. */
export async function listBudgetLines(actor: Actor): Promise<BudgetLine[]> {
  return findBudgetLines(db, organisationsOf(actor, ...payerRoles))
}

/** A request by id for another room's reaction, which re-reads the truth as the portal itself. */
export const readFundingRequest = (tx: Tx, id: string): Promise<FundingRequest | undefined> =>
  findFundingRequest(tx, id)

/** What was asked, answered and said of a request. The caller has shown that it may see the request. */
export const listFundingNotes = (request: FundingRequest): Promise<FundingNote[]> => findNotes(db, request.id)

/** Other requests to the same payer for the like, in the window that the payer sets: for whoever decides (B6). */
export async function listAlike(ctx: Context, request: FundingRequest): Promise<FundingRequest[]> {
  if (!belongsTo(ctx.actor, request.payerId)) return []
  const settings = await readSettings(db, ctx, request.payerId, ['aggregation-window'])
  if (!settings.ok) return []
  return findAlike(db, request, addMonths(dayOf(request.submittedAt), -settings.value.count('aggregation-window')))
}
