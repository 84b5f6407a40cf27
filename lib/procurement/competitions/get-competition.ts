import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Project, ProjectCommand } from '../projects/project'
import { projectMachine } from '../projects/project-machine'
import { findProject } from '../projects/project-store'
import type { Competition } from './competition'
import { maySeeCompetition } from './competition-policy'
import { findCompetition } from './competition-store'

/** The only reader of a competition (COM-12): for its buyer, its evaluators and its suppliers; to others it does not exist. */
export async function getCompetition(actor: Actor, id: string, tx: Tx = db): Promise<Competition | undefined> {
  const competition = isId(id) ? await findCompetition(tx, { id }) : undefined
  return competition && maySeeCompetition(actor, competition) ? competition : undefined
}

/** The first rungs for evaluators and suppliers: not found (a stranger's too), wrong state of the project. */
export async function loadCompetition(
  tx: Tx,
  actor: Actor,
  id: string,
  command: ProjectCommand,
): Promise<Result<{ competition: Competition; project: Project; event: string }>> {
  const competition = await getCompetition(actor, id, tx)
  const project = competition && (await findProject(tx, competition.projectId))
  if (!competition || !project) return refuse({ kind: 'not-found' })
  const move = projectMachine[project.state][command]
  if (!move) return refuse({ kind: 'wrong-state', state: project.state, command })
  return ok({ competition, project, event: move.event })
}
