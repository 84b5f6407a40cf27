import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findHolders } from './name-store'
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
