import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { CallOff } from './call-off'
import { maySeeCallOff } from './call-off-policy'
import { findCallOff, findCallOffByProject, findCallOffs } from './call-off-store'

/** One call-off that the actor may see; undefined otherwise. */
export async function getCallOff(actor: Actor, id: string, tx: Tx = db): Promise<CallOff | undefined> {
  const callOff = isId(id) ? await findCallOff(tx, id) : undefined
  return callOff && maySeeCallOff(actor, callOff) ? callOff : undefined
}

/** The call-off that was drafted from a project, where the actor may see it. */
export async function getCallOffOfProject(actor: Actor, projectId: string): Promise<CallOff | undefined> {
  const callOff = await findCallOffByProject(db, projectId)
  return callOff && maySeeCallOff(actor, callOff) ? callOff : undefined
}

/** The call-offs of the actor's organisations, newest first. */
export async function listCallOffs(actor: Actor): Promise<CallOff[]> {
  return (await findCallOffs(db, organisationsOf(actor))).filter((callOff) => maySeeCallOff(actor, callOff))
}

/** A call-off by id for letters of the portal itself, which re-read the truth. */
export const readCallOff = (tx: Tx, id: string): Promise<CallOff | undefined> => findCallOff(tx, id)
