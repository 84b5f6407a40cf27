import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { BudgetLine, FundingRequest } from './funding-request'
import { maySeeFunding } from './funding-request-policy'
import { findBudgetLines, findFundingRequest, findFundingRequests } from './funding-store'

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
  return findBudgetLines(db, organisationsOf(actor, 'funding-approver', 'funding-requester'))
}

/** A request by id for another room's reaction, which re-reads the truth as the portal itself. */
export const readFundingRequest = (tx: Tx, id: string): Promise<FundingRequest | undefined> =>
  findFundingRequest(tx, id)
