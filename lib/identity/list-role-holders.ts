import 'server-only'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findPerson, findRoleHolders } from './identity-store'
import type { Person } from './person'

/** Who holds a role in an organisation today: for letters of the portal itself, so no actor is asked. */
export function listRoleHolders(tx: Tx, organisationId: string, role: string, now: Date): Promise<Person[]> {
  return findRoleHolders(tx, organisationId, role, dateFromDay(dayOf(now)))
}

/** A person by id, for a letter to them. */
export const getPerson = async (tx: Tx, id: string): Promise<Person | undefined> =>
  (await findPerson(tx, id)) ?? undefined
