import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { pick } from '@/lib/platform/pick'
import type { Project } from '../projects/project'
import type { CallOff } from './call-off'
import { maySeeCallOff } from './call-off-policy'
import { findCallOff, findCallOffs, findCallOffsByProject } from './call-off-store'

/** One call-off that the actor may see; undefined otherwise. */
export async function getCallOff(actor: Actor, id: string, tx: Tx = db): Promise<CallOff | undefined> {
  const callOff = isId(id) ? await findCallOff(tx, id) : undefined
  return callOff && maySeeCallOff(actor, callOff) ? callOff : undefined
}

/** An order as the task list of its project shows it, and whether the reader may open it. */
export type ProjectOrder = Pick<CallOff, 'id' | 'number' | 'state' | 'moduleId'> & { isSeen: boolean }

/** The orders of a project, for whoever may see the project: number and state, and the order itself to its parties alone. */
export async function listOrdersOfProject(actor: Actor, project: Pick<Project, 'id'>): Promise<ProjectOrder[]> {
  const orders = await findCallOffsByProject(db, project.id)
  return orders.map((order) => ({
    ...pick(order, ['id', 'number', 'state', 'moduleId']),
    isSeen: maySeeCallOff(actor, order),
  }))
}

/** The call-offs of the actor's organisations, newest first. */
export async function listCallOffs(actor: Actor): Promise<CallOff[]> {
  return (await findCallOffs(db, organisationsOf(actor))).filter((callOff) => maySeeCallOff(actor, callOff))
}

/** A call-off by id for letters of the portal itself, which re-read the truth. */
export const readCallOff = (tx: Tx, id: string): Promise<CallOff | undefined> => findCallOff(tx, id)
