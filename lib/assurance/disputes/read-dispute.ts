import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import type { Dispute } from './dispute'
import { findDispute } from './dispute-store'

/** A dispute and the name of its module, for letters of the portal itself. */
export async function readDispute(tx: Tx, id: string): Promise<(Dispute & { name: string }) | undefined> {
  const dispute = await findDispute(tx, id)
  const version = dispute && (await getVersionById(tx, dispute.moduleVersionId))
  return dispute && { ...dispute, name: version?.name ?? 'A module' }
}
