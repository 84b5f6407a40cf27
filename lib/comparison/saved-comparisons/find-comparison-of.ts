import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findSavedComparison } from './saved-comparison-store'

/** Id and hash of a saved comparison, if it is this organisation's: for rooms above that build upon it. */
export async function findComparisonOf(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<{ id: string; sha256: string } | undefined> {
  const saved = await findSavedComparison(tx, [organisationId], id)
  return saved && { id: saved.id, sha256: saved.sha256 }
}
