import 'server-only'
import type { FrameworkView } from '@/lib/catalogue/frameworks/framework'
import { getFramework, listLiveFrameworks } from '@/lib/catalogue/frameworks/list-frameworks'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { findOffersClosed } from '../competitions/competition-store'
import { getProject } from './get-project'
import type { Project } from './project'
import { findNextProject } from './project-store'

export type ProjectPageView = {
  project: Project
  frameworks: FrameworkView[]
  frameworkName: string | null
  next: { id: string; name: string } | undefined
  offersClosed: boolean
}

/** A project with what its page says around it; undefined to strangers (COM-12). */
export async function getProjectPage(ctx: Context, id: string): Promise<ProjectPageView | undefined> {
  const project = await getProject(ctx.actor, id)
  if (!project) return undefined
  const today = dayOf(ctx.now)
  const [frameworks, own, next, offersClosed] = await Promise.all([
    project.state === 'scoping' ? listLiveFrameworks(today) : [],
    project.frameworkId ? getFramework(db, project.frameworkId, today) : undefined,
    findNextProject(db, project.id),
    findOffersClosed(db, project.id),
  ])
  return { project, frameworks, frameworkName: own?.name ?? null, next, offersClosed }
}
