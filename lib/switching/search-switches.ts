import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { type FoundSwitch, findSwitchesNamed } from './switch-search-store'

/** Switches of the actor's organisations by id, practice or supplier; who belongs to none asks nothing. */
export async function searchSwitches(actor: Actor, text: string, take: number): Promise<FoundSwitch[]> {
  const ids = organisationsOf(actor)
  return ids.length === 0 ? [] : findSwitchesNamed(db, ids, text, take)
}
