import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { ExitCase } from './case'
import { maySeeCase } from './case-policy'
import { findCase, findCaseOfContract, findCasesIn, findCasesOf } from './case-store'

export type CaseView = ExitCase & { practice: string; payer: string; supplier: string }

/** One case for those who are party to its contract; undefined for everybody else. */
export async function getCase(actor: Actor, id: string): Promise<CaseView | undefined> {
  const found = isId(id) ? await findCase(db, id) : undefined
  return found && maySeeCase(actor, found) ? (await named([found]))[0] : undefined
}

/** The cases of the actor's organisations: open ones first, the newest first, at most 500. */
export const listCases = async (actor: Actor): Promise<CaseView[]> =>
  named(await findCasesOf(db, organisationsOf(actor)))

/** The open case of a contract, where the actor may see it. */
export async function getCaseOfContract(actor: Actor, contractId: string): Promise<ExitCase | undefined> {
  const found = await findCaseOfContract(db, contractId)
  return found && maySeeCase(actor, found) ? found : undefined
}

/** A case by id for another room's reaction, which re-reads the truth as the portal itself. */
export const readCase = (tx: Tx, id: string): Promise<ExitCase | undefined> => findCase(tx, id)

/** The cases that must be left, for the weekly letter of the portal itself. */
export const readCasesLeaving = (tx: Tx): Promise<ExitCase[]> => findCasesIn(tx, 'leaving')

async function named(cases: ExitCase[]): Promise<CaseView[]> {
  const name = await listNames(
    db,
    cases.flatMap((one) => [one.practiceId, one.payerId, one.supplierId]),
  )
  return cases.map((one) => ({
    ...one,
    practice: name(one.practiceId),
    payer: name(one.payerId),
    supplier: name(one.supplierId),
  }))
}
