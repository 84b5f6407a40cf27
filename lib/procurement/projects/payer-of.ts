import 'server-only'
import { getCommissionerOf, getOrganisation } from '@/lib/identity/get-organisation'
import type { Organisation } from '@/lib/identity/organisation'
import type { Tx } from '@/lib/platform/db'

/** Who pays for what this organisation buys: the commissioner of a practice, or the commissioner that buys for its practices. */
export async function payerOf(tx: Tx, organisationId: string): Promise<Organisation | undefined> {
  const buyer = await getOrganisation(tx, organisationId)
  return buyer?.kind === 'commissioner' ? buyer : buyer && getCommissionerOf(tx, buyer)
}
