import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findHolders, findHoldersOf } from './name-store'
import type { Role } from './roles'

/** People who hold `role` in the organisation on that day, by name: whom a form can offer, and a command accept. */
export function listHolders(
  tx: Tx,
  role: Role,
  organisationId: string,
  today: Day,
): Promise<{ id: string; name: string }[]> {
  return findHolders(tx, role, organisationId, today)
}

/** The same for several roles, each in its organisation, in one statement: a person stands once for each that they hold. */
export function listHoldersOf(
  tx: Tx,
  wanted: { role: Role; organisationId: string }[],
  today: Day,
): Promise<{ id: string; name: string; role: string; organisationId: string }[]> {
  return findHoldersOf(tx, wanted, today)
}
