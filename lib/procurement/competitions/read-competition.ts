import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Project } from '../projects/project'
import { findProject } from '../projects/project-store'
import type { Competition } from './competition'
import { findCompetition } from './competition-store'

/** The competition of a project, for letters of the portal itself, so no actor is asked; undefined where it was never opened. */
export async function readCompetition(
  tx: Tx,
  projectId: string,
): Promise<{ competition: Competition; project: Project } | undefined> {
  const competition = await findCompetition(tx, { projectId })
  const project = await findProject(tx, projectId)
  return competition && competition.openedAt !== null && project ? { competition, project } : undefined
}
