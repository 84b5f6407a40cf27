import 'server-only'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { getProject } from '../projects/get-project'
import type { Project } from '../projects/project'
import { mayRunProject } from '../projects/project-policy'
import type { Competition } from './competition'
import { findCompetition } from './competition-store'

export type CriteriaPage = {
  project: Project
  competition: Competition | undefined
  integrations: { value: string; text: string }[]
}

/** A frozen project on the route of a competition, for the one who prepares it; undefined to everybody else. */
export async function getCriteriaPage(ctx: Context, id: string): Promise<CriteriaPage | undefined> {
  const project = await getProject(ctx.actor, id)
  if (project?.route !== 'competition' || project.frozenAt === null) return undefined
  if (!mayRunProject(ctx.actor, project).allowed) return undefined
  const { integrations } = await getReferenceNames(ctx.actor)
  return {
    project,
    competition: await findCompetition(db, { projectId: project.id }),
    integrations: Object.entries(integrations).map(([value, text]) => ({ value, text })),
  }
}
