import 'server-only'
import { getFramework } from '@/lib/catalogue/frameworks/list-frameworks'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { awardedEntries, togetherPence } from '../projects/project'
import { findProject } from '../projects/project-store'
import { findCompetition } from './competition-store'

export type Award = {
  buyerName: string
  frameworkName: string
  entries: number
  /** One, or those of a set. */
  winners: { moduleId: string; moduleName: string; supplierName: string; termPence: bigint }[]
  /** Of all of them together. */
  termPence: bigint
  termMonths: number
  decidedOn: Day
}

/** What everybody may know once a competition is awarded, and nothing before (COM-11, I7). */
export async function getAward(ctx: Context, id: string): Promise<Award | undefined> {
  const competition = isId(id) ? await findCompetition(db, { id }) : undefined
  const project = competition && (await findProject(db, competition.projectId))
  const winners = project ? awardedEntries(project) : []
  if (!competition || !project || winners.length === 0 || project.decision?.outcome !== 'awarded') return undefined
  const framework = await getFramework(db, project.frameworkId!, dayOf(ctx.now))
  return {
    buyerName: (await listNames(db, [competition.organisationId]))(competition.organisationId),
    frameworkName: framework?.name ?? project.frameworkId!,
    entries: competition.entrants.length,
    winners: winners.map(({ moduleId, moduleName, supplierName, termPence }) => ({
      moduleId,
      moduleName,
      supplierName,
      termPence: termPence!,
    })),
    termPence: togetherPence(winners)!,
    termMonths: project.termMonths!,
    decidedOn: dayOf(project.decision.decidedAt),
  }
}
