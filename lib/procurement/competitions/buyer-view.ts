import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Project } from '../projects/project'
import { agreedSheet, type Competition, type Evaluator, type Score } from './competition'
import { mayRunCompetition } from './competition-policy'
import { findOffers, findScores } from './competition-store'
import type { BuyerView, EvaluatorLine, ResultView } from './competition-view'
import { criteriaOf } from './criteria-rules'
import { sheetOf } from './evaluator-view'
import { listCandidates } from './list-candidates'
import { offerOf } from './offer-rules'
import { judge } from './outcome-rules'
import { optionsOf } from './result-options'
import { viewsOf } from './result-views'
import { missingOn } from './sheet-rules'
import { stacksOf } from './stack-rules'

/** What the buyer sees: who scores and how far they are, but neither offers nor scores before the scoring is closed (A7). */
export async function buyerView(tx: Tx, ctx: Context, project: Project, competition: Competition): Promise<BuyerView> {
  const may = mayRunCompetition(ctx.actor, competition)
  const scores = await findScores(tx, competition.id)
  const asked = competition.evaluators.map(({ personId }) => personId)
  const nameOf = await listNames(tx, asked)
  const wanted = may.allowed && project.state === 'competing'
  const candidates = wanted ? await listCandidates(tx, ctx, competition.organisationId) : []
  const isOpen = project.state === 'competing'
  return {
    projectId: project.id,
    version: project.version,
    may,
    entries: competition.entrants
      .map(({ entryId }) => project.entries.find((e) => e.id === entryId)!.moduleName)
      .sort(),
    candidates: candidates.filter(({ id }) => !asked.includes(id)),
    evaluators: competition.evaluators.map((e) => lineOf(e, nameOf(e.personId), competition, scores, isOpen)),
    result: competition.scoresOpenedAt === null ? undefined : await resultOf(tx, project, competition, scores),
    decision: project.decision,
  }
}

function lineOf(e: Evaluator, name: string, competition: Competition, scores: Score[], isOpen: boolean): EvaluatorLine {
  const statement = e.interest?.statement ?? null
  const line = { id: e.id, name, statement, mayBeReleased: isOpen && e.releasedAt === null }
  if (e.releasedAt !== null) return { ...line, status: `Released: ${e.releasedReason}` }
  if (!e.interest) return { ...line, status: 'Has not declared interests yet' }
  if (e.interest.conflict) return { ...line, status: 'Has a conflict of interests and takes no part' }
  const all = criteriaOf(competition).length * competition.entrants.length
  const left = missingOn(e.id, competition, scores).length
  return { ...line, status: left === 0 ? 'Has scored everything' : `Has scored ${all - left} of ${all}` }
}

/** The result with offers and agreed scores; only where they are open. */
export async function resultOf(
  tx: Tx,
  project: Project,
  competition: Competition,
  scores: Score[],
): Promise<ResultView> {
  const offers = await findOffers(
    tx,
    competition.id,
    competition.entrants.map(({ entryId }) => entryId),
  )
  const judged = judge(project, competition, offers, scores)
  const { outcome, deciders, entries } = judged
  const entryOf = (id: string) => entries.find((e) => e.id === id)!
  return {
    ...optionsOf(judged, (id) => ({
      entry: entryOf(id),
      offer: offerOf(offers, id),
      agreed: sheetOf(scores, agreedSheet, id),
    })),
    stacks: stacksOf(judged),
    criteria: criteriaOf(competition),
    winners: outcome.winners,
    deciders: deciders.map((id) => entryOf(id).moduleName),
    views: viewsOf(judged, competition.quality),
  }
}
