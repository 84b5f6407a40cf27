import 'server-only'
import { listListedVersions } from '@/lib/catalogue/list-listed-versions'
import { system } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import { loadFacts } from '../facts-store'
import { loadNational, type National } from '../national'
import type { RefreshModule } from './preview-rules'

type Listed = Awaited<ReturnType<typeof listListedVersions>>[number]

/** How many module versions' facts are in memory at a time. */
const batch = 20

/** Every listed module version with its facts, some at a time. */
export async function* loadRefreshModules(tx: Tx): AsyncGenerator<RefreshModule[]> {
  const listed = await listListedVersions(system, tx)
  const national = await loadNational(tx)
  for (let i = 0; i < listed.length; i += batch) yield refreshModulesOf(tx, listed.slice(i, i + batch), national)
}

async function refreshModulesOf(tx: Tx, versions: Listed[], national: National): Promise<RefreshModule[]> {
  const loaded = await loadFacts(tx, versions, { national })
  return versions.map((v) => ({
    facts: loaded.get(v.id)!.facts,
    name: `${v.name} ${v.version}`,
    supplierId: v.supplierId,
    supplier: v.supplierBrand,
  }))
}
