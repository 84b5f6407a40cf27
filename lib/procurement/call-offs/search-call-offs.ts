import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { shownEarly, shownToSupplier } from './call-off-policy'
import { type FoundCallOff, findCallOffsNamed } from './call-off-search-store'

/** Orders of the actor's organisations by number, module or practice; who belongs to none asks nothing. */
export async function searchCallOffs(actor: Actor, text: string, take: number): Promise<FoundCallOff[]> {
  const ids = organisationsOf(actor)
  return ids.length === 0 ? [] : findCallOffsNamed(db, ids, { shownToSupplier, shownEarly }, text, take)
}
