import 'server-only'
import { getFramework } from '@/lib/catalogue/frameworks/list-frameworks'
import { listNames } from '@/lib/identity/list-names'
import { belongsTo } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import type { Project } from '../projects/project'
import { findProject } from '../projects/project-store'
import { buyerView } from './buyer-view'
import type { Competition } from './competition'
import { ownEntrants, ownEvaluator } from './competition-policy'
import type { CompetitionHead, CompetitionStage, CompetitionView } from './competition-view'
import { evaluatorView } from './evaluator-view'
import { getCompetition } from './get-competition'
import { areSets } from './set-rules'
import { supplierView } from './supplier-view'

/** A competition as this actor may see it: as buyer, as evaluator, as supplier; undefined to everybody else (I7). */
export async function getCompetitionView(ctx: Context, id: string): Promise<CompetitionView | undefined> {
  const competition = await getCompetition(ctx.actor, id)
  const project = competition && (await findProject(db, competition.projectId))
  if (!competition || !project) return undefined
  const evaluator = ownEvaluator(ctx.actor, competition)
  return {
    head: await headOf(db, ctx, project, competition),
    buyer: belongsTo(ctx.actor, competition.organisationId)
      ? await buyerView(db, ctx, project, competition)
      : undefined,
    evaluator: evaluator && (await evaluatorView(db, project, competition, evaluator)),
    supplier: await supplierView(db, ctx, project, competition, ownEntrants(ctx.actor, competition)),
  }
}

export function stageOf(project: Pick<Project, 'state'>, competition: Competition): CompetitionStage {
  if (project.state === 'decided' || project.state === 'scored') return project.state
  if (competition.openedAt === null) return 'preparing'
  return competition.offersClosedAt === null ? 'offers' : 'scoring'
}

export async function headOf(
  tx: Tx,
  ctx: Context,
  project: Project,
  competition: Competition,
): Promise<CompetitionHead> {
  const { id, priceWeight, elements, quality, deadlineAt, organisationId } = competition
  const framework = await getFramework(tx, project.frameworkId!, dayOf(ctx.now))
  const competing = project.entries.filter(({ id }) => competition.entrants.some(({ entryId }) => entryId === id))
  return {
    id,
    priceWeight,
    elements,
    quality: quality ?? null,
    deadlineAt,
    name: project.name,
    description: project.description,
    buyerName: (await listNames(tx, [organisationId]))(organisationId),
    frameworkName: framework?.name ?? project.frameworkId!,
    stage: stageOf(project, competition),
    startsOn: project.startsOn!,
    goLiveOn: project.goLiveOn!,
    termMonths: project.termMonths!,
    listSize: project.listSize!,
    needed: areSets(project.capabilityIds, competing) ? project.capabilityIds : [],
  }
}
