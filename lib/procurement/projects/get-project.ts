import 'server-only'
import { buyerRoles } from '@/lib/comparison/shortlist-policy'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findPack } from './decision-store'
import type { Project } from './project'
import { maySeeProject } from './project-policy'
import { findProject, findProjects } from './project-store'

/** The only reader of a project (COM-12): the actor's own, or undefined. */
export async function getProject(actor: Actor, id: string, tx: Tx = db): Promise<Project | undefined> {
  const project = isId(id) ? await findProject(tx, id) : undefined
  return project && maySeeProject(actor, project) ? project : undefined
}

/** The projects that the actor's organisations run, and those that concern its practices, newest first. */
export const listProjects = (actor: Actor): Promise<Project[]> =>
  findProjects(db, organisationsOf(actor, ...buyerRoles))

/** The decision pack as it was frozen: the bytes that the hash on the page is of. */
export async function getDecisionPack(actor: Actor, id: string): Promise<string | undefined> {
  return (await getProject(actor, id)) ? findPack(db, id) : undefined
}
