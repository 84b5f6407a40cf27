import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { loadFacts } from './facts-store'
import { standardRows } from './standard-value-rules'

/** Everything by which somebody may ask to hear of a module version: module, supplier, capabilities, standards. */
export async function readSubjects(tx: Tx, ctx: Context, moduleVersionId: string) {
  const version = await getVersionById(tx, moduleVersionId)
  if (!version) return undefined
  const { facts } = (await loadFacts(tx, [version])).get(version.id)!
  return {
    moduleVersionId,
    moduleId: version.moduleId,
    supplierId: version.supplierId,
    name: `${version.name ?? 'A module'} ${version.version}`,
    capabilityIds: facts.capabilityIds,
    standardIds: standardRows(facts, dayOf(ctx.now)).map((s) => s.standardId),
  }
}
