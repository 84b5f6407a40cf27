import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Tx } from '@/lib/platform/db'
import { awardedEntries, type Project } from './project'
import { findProject } from './project-store'

/** A commissioner's project as its practices are told of it. `winners`: module and supplier, once it is decided. */
export type ToldProject = Pick<Project, 'id' | 'name'> & {
  buyer: string
  practiceIds: string[]
  outcome: NonNullable<Project['decision']>['outcome'] | null
  winners: string[]
}

/** For letters of the portal itself, so no actor is asked; undefined where a practice buys for itself, and nobody is named. */
export async function readPracticesTold(tx: Tx, projectId: string): Promise<ToldProject | undefined> {
  const project = await findProject(tx, projectId)
  if (!project || project.practices.length === 0) return undefined
  const { id, name, organisationId, practices, decision } = project
  return {
    id,
    name,
    buyer: (await listNames(tx, [organisationId]))(organisationId),
    practiceIds: practices.map(({ practiceId }) => practiceId),
    outcome: decision?.outcome ?? null,
    winners: awardedEntries(project).map(({ moduleName, supplierName }) => `${moduleName} of ${supplierName}`),
  }
}
