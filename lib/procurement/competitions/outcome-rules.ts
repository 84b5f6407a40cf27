import { priceFromJson } from '@/lib/catalogue/prices/price'
import type { Outcome, Competition as Scored } from '@/lib/comparison/scoring/scoring'
import { losersWhoDecide, scoreCompetition } from '@/lib/comparison/scoring/scoring-rules'
import { type FrozenEntry, listsOf, type Project } from '../projects/project'
import { orderValue } from '../projects/project-rules'
import { agreedSheet, type Competition, type Offer, type Score } from './competition'
import { criteriaOf } from './criteria-rules'
import { entryAtOffer, offerOf } from './offer-rules'
import { newestScores, scoreOn } from './sheet-rules'

export type Judged = { scored: Scored; outcome: Outcome; deciders: string[]; entries: FrozenEntry[] }

/** Entries at the price that counts, with one-off and periodic parts: every line of the price counts (D2). */
function linesOf(entry: FrozenEntry, project: Project) {
  const once = orderValue(entry.prices.map(priceFromJson), listsOf(project), project.termMonths!)?.oneOffPence ?? 0n
  return [{ oneOffPence: once, periodicPence: (entry.termPence ?? 0n) - once }]
}

/**
 * The result as page, files and decision read it (COM-7): offers or list prices, the agreed scores, and a “no” at a must-feature
 * takes the chance to win away (COM-6). Throws where a score is missing: closing the scoring has asked for every one.
 */
export function judge(project: Project, competition: Competition, offers: Offer[], scores: Score[]): Judged {
  const newest = newestScores(scores)
  const agreedOn = (entryId: string, id: string) => scoreOn(newest, agreedSheet, entryId, id)?.value
  const musts = criteriaOf(competition).filter(({ kind }) => kind === 'must')
  const entries = competition.entrants.map(({ entryId }) =>
    entryAtOffer(project.entries.find((e) => e.id === entryId)!, offerOf(offers, entryId)),
  )
  const scored: Scored = {
    priceWeight: competition.priceWeight,
    elements: competition.elements.map(({ kind, weight }) => ({ id: kind, weight })),
    entries: entries.map((entry) => ({
      id: entry.id,
      lines: linesOf(entry, project),
      eligible: entry.termPence !== null && musts.every(({ id }) => agreedOn(entry.id, id) === 1),
      scores: Object.fromEntries(competition.elements.map(({ kind }) => [kind, agreedOn(entry.id, kind)!])),
    })),
  }
  const outcome = scoreCompetition(scored)
  if (!('winners' in outcome)) throw new Error(outcome.words)
  return { scored, outcome, deciders: losersWhoDecide(scored), entries }
}
