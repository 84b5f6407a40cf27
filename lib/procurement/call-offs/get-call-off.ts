import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { CallOff } from './call-off'
import { maySeeCallOff } from './call-off-policy'
import { findCallOff, findCallOffs, findCallOffsByProject } from './call-off-store'

/** One call-off that the actor may see; undefined otherwise. */
export async function getCallOff(actor: Actor, id: string, tx: Tx = db): Promise<CallOff | undefined> {
  const callOff = isId(id) ? await findCallOff(tx, id) : undefined
  return callOff && maySeeCallOff(actor, callOff) ? callOff : undefined
}

/** The call-offs that were drafted from a project and have not ended unsigned, as far as the actor may see them. */
export async function listCallOffsOfProject(actor: Actor, projectId: string): Promise<CallOff[]> {
  return (await findCallOffsByProject(db, projectId)).filter((callOff) => maySeeCallOff(actor, callOff))
}

/** The call-offs of the actor's organisations, newest first. */
export async function listCallOffs(actor: Actor): Promise<CallOff[]> {
  return (await findCallOffs(db, organisationsOf(actor))).filter((callOff) => maySeeCallOff(actor, callOff))
}
