import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import { loadFacts, type VersionFacts } from './facts-store'

/** The facts of one module version. */
export async function loadFactsOf(tx: Tx, moduleVersionId: string): Promise<VersionFacts | undefined> {
  const version = await getVersionById(tx, moduleVersionId)
  return version && (await loadFacts(tx, [version])).get(version.id)
}
