import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import { type Actor, grantOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { countPracticesUsing } from './contract-store'

/**
 * The part, 0 to 1, of all practices with a contract in force in which a module version runs: what officers must heed before
 * they remove it (DE-02). To all but officers it is nothing.
 */
export async function getPracticeShare(actor: Actor, moduleVersionId: string): Promise<number> {
  if (!grantOf(actor, 'officer')) return 0
  const version = await getVersionById(db, moduleVersionId)
  if (!version) return 0
  const { using, all } = await countPracticesUsing(db, version)
  return all === 0 ? 0 : using / all
}
