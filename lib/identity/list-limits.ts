import 'server-only'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findLimits } from './grant-store'
import type { Role } from './roles'

export type Holder = { personId: string; name: string; limitPence: bigint | null }

/** Who holds a role in an organisation on a day, each once with the limit of the grant that counts. */
export async function listLimits(tx: Tx, role: Role, organisationId: string, on: Day): Promise<Holder[]> {
  const grants = await findLimits(tx, role, organisationId, dateFromDay(on))
  return [...new Map(grants.toReversed().map((grant) => [grant.personId, grant])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )
}
