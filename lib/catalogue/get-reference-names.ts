import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { ReferenceNames } from './module-view'
import { catalogueStamp } from './read-model/keep-read-model'
import { findReferenceNames } from './reference-store'

let kept: { stamp: string; names: ReferenceNames } | undefined

/** The national reference in words: public, the same for every actor, so it is read once as long as nobody tells of a change. */
export async function getReferenceNames(_: Actor): Promise<ReferenceNames> {
  const stamp = catalogueStamp()
  if (stamp !== undefined && kept?.stamp === stamp) return kept.names
  const names = await findReferenceNames(db)
  kept = stamp !== undefined && stamp === catalogueStamp() ? { stamp, names } : undefined
  return names
}
