import 'server-only'
import type { FrameworkView } from '@/lib/catalogue/frameworks/framework'
import { getFramework, listLiveFrameworks } from '@/lib/catalogue/frameworks/list-frameworks'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { getOrganisation } from '@/lib/identity/get-organisation'
import { belongsTo } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { findOffersClosed } from '../competitions/competition-store'
import { cheapestSets, type EntrySet, uncovered } from './cover-rules'
import { getProject } from './get-project'
import type { Project } from './project'
import { findNextProject } from './project-store'

export type ProjectPageView = {
  project: Project
  /** Who runs it: a practice for itself, or a commissioner for its practices; and whether the reader is of them. */
  buyer: { name: string; isCommissioner: boolean; isOwn: boolean }
  frameworks: FrameworkView[]
  frameworkName: string | null
  next: { id: string; name: string } | undefined
  offersClosed: boolean
  /** The capabilities of the catalogue by id, in words. */
  capabilityNames: Record<string, string>
  /** Of a frozen need that names capabilities: the cheapest sets that cover it, and what nothing covers. */
  sets: EntrySet[]
  uncovered: string[]
}

/** How many sets a page lays side by side. */
const shownSets = 5

/** A project with what its page says around it; undefined to strangers (COM-12). */
export async function getProjectPage(ctx: Context, id: string): Promise<ProjectPageView | undefined> {
  const project = await getProject(ctx.actor, id)
  if (!project) return undefined
  const today = dayOf(ctx.now)
  const [frameworks, own, next, offersClosed, { capabilities }, buyer] = await Promise.all([
    project.state === 'scoping' ? listLiveFrameworks(today) : [],
    project.frameworkId ? getFramework(db, project.frameworkId, today) : undefined,
    findNextProject(db, project.id),
    findOffersClosed(db, project.id),
    getReferenceNames(ctx.actor),
    getOrganisation(db, project.organisationId),
  ])
  const { capabilityIds, entries } = project
  const compares = capabilityIds.length > 0 && entries.length > 0
  const isOwn = belongsTo(ctx.actor, project.organisationId)
  return {
    project,
    buyer: { name: buyer?.name ?? 'The buyer', isCommissioner: buyer?.kind === 'commissioner', isOwn },
    frameworks,
    frameworkName: own?.name ?? null,
    next: isOwn ? next : undefined,
    offersClosed,
    capabilityNames: Object.fromEntries(Object.entries(capabilities).map(([key, { name }]) => [key, name])),
    sets: compares
      ? cheapestSets(
          capabilityIds,
          entries.filter(({ leftOut }) => leftOut === null),
          shownSets,
        )
      : [],
    uncovered: compares ? uncovered(capabilityIds, entries) : [],
  }
}
