import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Edge, next } from '@/lib/platform/machine'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { getProject } from './get-project'
import type { Project, ProjectCommand, ProjectState } from './project'
import { projectMachine } from './project-machine'
import { mayRunProject } from './project-policy'

/** The first rungs of every command of a buyer: not found (a stranger's too), forbidden, wrong state. */
export async function loadProject(
  tx: Tx,
  ctx: Context,
  id: string,
  command: ProjectCommand,
): Promise<Result<{ project: Project; move: Edge<ProjectState> }>> {
  const project = await getProject(ctx.actor, id, tx)
  if (!project) return refuse({ kind: 'not-found' })
  const decision = mayRunProject(ctx.actor, project)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const move = next(projectMachine, project.state, command)
  if (!move) return refuse({ kind: 'wrong-state', state: project.state, command })
  return ok({ project, move })
}
