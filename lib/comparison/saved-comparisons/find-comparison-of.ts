import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findSavedComparison, findSavedComparisons } from './saved-comparison-store'

/** Id and hash of a saved comparison, if it is this organisation's: for rooms above that build upon it. */
export async function findComparisonOf(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<{ id: string; sha256: string } | undefined> {
  const saved = await findSavedComparison(tx, [organisationId], id)
  return saved && { id: saved.id, sha256: saved.sha256 }
}

/** The saved comparisons of an organisation, the newest first, for rooms above that let one be chosen. */
export async function listComparisonsOf(tx: Tx, organisationId: string): Promise<{ id: string; name: string }[]> {
  return (await findSavedComparisons(tx, [organisationId])).map(({ id, name }) => ({ id, name }))
}
