import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { findProject } from '../projects/project-store'
import type { Competition } from './competition'
import { findCompetitionsOf, findCompetitionsToScore } from './competition-store'
import type { CompetitionStage } from './competition-view'
import { stageOf } from './get-competition-view'

export type CompetitionLine = {
  id: string
  name: string
  buyerName: string
  stage: CompetitionStage
  deadlineAt: Date | null
  modules: string[]
}

/** Competitions of the actor's own suppliers, newest first; undefined to those who write for none. */
export async function listSupplierCompetitions(ctx: Context): Promise<CompetitionLine[] | undefined> {
  const own = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (own.length === 0) return undefined
  return lines(await findCompetitionsOf(db, own), own)
}

/** Competitions that ask the actor to score, newest first. */
export const listCompetitionsToScore = async (ctx: Context): Promise<CompetitionLine[]> =>
  lines(await findCompetitionsToScore(db, ctx.actor.userId))

async function lines(competitions: Competition[], suppliers?: string[]): Promise<CompetitionLine[]> {
  const nameOf = await listNames(
    db,
    competitions.map(({ organisationId }) => organisationId),
  )
  const found: CompetitionLine[] = []
  for (const competition of competitions) {
    const project = (await findProject(db, competition.projectId))!
    const shown = competition.entrants.filter(({ supplierId }) => !suppliers || suppliers.includes(supplierId))
    found.push({
      id: competition.id,
      name: project.name,
      buyerName: nameOf(competition.organisationId),
      stage: stageOf(project, competition),
      deadlineAt: competition.deadlineAt,
      modules: shown.map(({ entryId }) => project.entries.find(({ id }) => id === entryId)!.moduleName).sort(),
    })
  }
  return found
}
