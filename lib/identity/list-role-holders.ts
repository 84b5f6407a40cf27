import 'server-only'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findEverybodyWith, findHoldersIn, findMember, findPeopleById, findRoleHolders } from './identity-store'
import type { Person } from './person'
import type { Role } from './roles'

/** Who holds a role in an organisation today: for letters of the portal itself, so no actor is asked. */
export function listRoleHolders(tx: Tx, organisationId: string, role: string, now: Date): Promise<Person[]> {
  return findRoleHolders(tx, organisationId, role, dateFromDay(dayOf(now)))
}

/** Who holds one of these roles in one of these organisations today, each once: for letters of the portal itself. */
export function listHoldersIn(tx: Tx, organisationIds: string[], roles: Role[], now: Date): Promise<Person[]> {
  return findHoldersIn(tx, organisationIds, roles, dateFromDay(dayOf(now)))
}

/** Who holds a role anywhere today, for roles of the one authority: for letters of the portal itself. */
export function listEverybodyWith(tx: Tx, role: Role, now: Date): Promise<Person[]> {
  return findEverybodyWith(tx, role, dateFromDay(dayOf(now)))
}

/** A person by id, for a letter about something of this organisation: only while they still hold a role there. */
export async function getMember(
  tx: Tx,
  personId: string,
  organisationId: string,
  now: Date,
): Promise<Person | undefined> {
  return (await findMember(tx, personId, organisationId, dateFromDay(dayOf(now)))) ?? undefined
}

/** People by id who have not left, for letters of the portal itself. */
export async function listPeopleById(tx: Tx, ids: string[]): Promise<Map<string, Person>> {
  return new Map((await findPeopleById(tx, ids)).map((person) => [person.id, person]))
}
