import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Tx } from '@/lib/platform/db'
import type { Project } from '../projects/project'
import { agreedSheet, type Competition, type Evaluator, type Score, scoring } from './competition'
import { mayScore } from './competition-policy'
import { findScores } from './competition-store'
import type { CellScore, EvaluatorView } from './competition-view'
import { criteriaOf } from './criteria-rules'
import { areAllIn, newestScores } from './sheet-rules'

/** The newest scores of a sheet for an entry, by criterion. */
export function sheetOf(scores: Score[], sheet: string, entryId: string): Record<string, CellScore> {
  const own = [...newestScores(scores).values()].filter((s) => s.sheet === sheet && s.entryId === entryId)
  return Object.fromEntries(own.map(({ criterionId, value, reason }) => [criterionId, { value, reason }]))
}

/** What an evaluator scores: only their own until all are in (A7); after a conflict nothing at all. */
export async function evaluatorView(
  tx: Tx,
  project: Project,
  competition: Competition,
  evaluator: Evaluator,
): Promise<EvaluatorView> {
  const may = mayScore(evaluator)
  const { id, interest } = evaluator
  const criteria = criteriaOf(competition)
  if (!may.allowed || competition.offersClosedAt === null)
    return { id, interest, may, allIn: false, criteria, entries: [] }
  const scores = await findScores(tx, competition.id)
  const allIn = areAllIn(competition, scores)
  const others = allIn ? scoring(competition.evaluators) : []
  const nameOf = await listNames(
    tx,
    others.map(({ personId }) => personId),
  )
  const count = (sheet: string, entryId: string) =>
    scores.filter((s) => s.sheet === sheet && s.entryId === entryId).length
  const entries = competition.entrants.map(({ entryId }) => {
    const { moduleId, moduleName, supplierName, listingVersionId, capabilityIds } = project.entries.find(
      (e) => e.id === entryId,
    )!
    return {
      id: entryId,
      moduleId,
      moduleName,
      supplierName,
      listingVersionId,
      capabilityIds,
      seen: { own: count(id, entryId), agreed: count(agreedSheet, entryId) },
      own: sheetOf(scores, id, entryId),
      agreed: allIn ? sheetOf(scores, agreedSheet, entryId) : {},
      others: others.map((e) => ({ name: nameOf(e.personId), scores: sheetOf(scores, e.id, entryId) })),
    }
  })
  return { id, interest, may, allIn, criteria, entries: entries.sort((a, b) => (a.moduleName < b.moduleName ? -1 : 1)) }
}
