import { priceFromJson } from '@/lib/catalogue/prices/price'
import type { Outcome, Competition as Scored } from '@/lib/comparison/scoring/scoring'
import { losersWhoDecide, scoreCompetition } from '@/lib/comparison/scoring/scoring-rules'
import { type FrozenEntry, listsOf, type Project } from '../projects/project'
import { orderValue } from '../projects/project-rules'
import { agreedSheet, type Competition, type Criterion, type Offer, type Score } from './competition'
import { criteriaOf } from './criteria-rules'
import { entryAtOffer, offerOf } from './offer-rules'
import { areSets, coveringSets, type EntryOption, qualityOf } from './set-rules'
import { newestScores, scoreOn } from './sheet-rules'

/**
 * `scored` and `outcome` are of entries, or of the `sets` that compete where no entry need cover the whole; `deciders` are always
 * entries, all of which stand in `entries` at the price that counts.
 */
export type Judged = {
  scored: Scored
  outcome: Outcome
  deciders: string[]
  entries: FrozenEntry[]
  sets?: EntryOption[]
}

/** Entries at the price that counts, with one-off and periodic parts: every line of the price counts (D2). */
function linesOf(entry: FrozenEntry, project: Project) {
  const once = orderValue(entry.prices.map(priceFromJson), listsOf(project), project.termMonths!)?.oneOffPence ?? 0n
  return [{ oneOffPence: once, periodicPence: (entry.termPence ?? 0n) - once }]
}

/**
 * The result as page, files and decision read it (COM-7): offers or list prices, the agreed scores, and a “no” at a must-feature
 * takes the chance to win away (COM-6). Where the need names capabilities that an entry covers in part only, sets of entries are
 * judged by the same function. Throws where a score is missing: closing the scoring has asked for every one.
 */
export function judge(project: Project, competition: Competition, offers: Offer[], scores: Score[]): Judged {
  const newest = newestScores(scores)
  const agreedOn = (entryId: string, id: string) => scoreOn(newest, agreedSheet, entryId, id)?.value
  const musts = criteriaOf(competition).filter(({ kind }) => kind === 'must')
  const entries = competition.entrants.map(({ entryId }) =>
    entryAtOffer(project.entries.find((e) => e.id === entryId)!, offerOf(offers, entryId)),
  )
  const { priceWeight, elements } = competition
  const common = { priceWeight, elements: elements.map(({ kind, weight }) => ({ id: kind, weight })) }
  const needed = project.capabilityIds
  if (areSets(needed, entries)) {
    const scoredOf = (options: EntryOption[]): Scored => ({
      ...common,
      parts: needed.length,
      entries: options.map(({ id, entryIds }) => {
        const set = entries.filter((entry) => entryIds.includes(entry.id))
        return {
          id,
          lines: set.flatMap((entry) => linesOf(entry, project)),
          eligible:
            set.every(({ termPence }) => termPence !== null) && musts.every((must) => isMetBy(set, must, agreedOn)),
          scores: Object.fromEntries(
            elements.map(({ kind }) => [kind, qualityOf(needed, set, (entryId) => agreedOn(entryId, kind)!)]),
          ),
        }
      }),
    })
    const sets = coveringSets(needed, entries)
    const scored = scoredOf(sets)
    const outcome = outcomeOf(scored)
    return { scored, outcome, deciders: setDeciders(sets, outcome, scoredOf), entries, sets }
  }
  const scored: Scored = {
    ...common,
    entries: entries.map((entry) => ({
      id: entry.id,
      lines: linesOf(entry, project),
      eligible: entry.termPence !== null && musts.every(({ id }) => agreedOn(entry.id, id) === 1),
      scores: Object.fromEntries(elements.map(({ kind }) => [kind, agreedOn(entry.id, kind)!])),
    })),
  }
  return { scored, outcome: outcomeOf(scored), deciders: losersWhoDecide(scored), entries }
}

/** What a page calls an entry or a set of the result: the names of its modules. */
export const nameOfOption = ({ entries }: Pick<Judged, 'entries'>, id: string): string =>
  id
    .split(' ')
    .map((entryId) => entries.find((entry) => entry.id === entryId)!.moduleName)
    .sort()
    .join(' with ')

/** COM-6 for a set: a must of each module is met by all, any other by one. */
function isMetBy(
  set: Pick<FrozenEntry, 'id'>[],
  { id, each }: Criterion,
  agreedOn: (entryId: string, id: string) => number | undefined,
): boolean {
  const isMet = (entry: Pick<FrozenEntry, 'id'>) => agreedOn(entry.id, id) === 1
  return each ? set.every(isMet) : set.some(isMet)
}

function outcomeOf(scored: Scored): Outcome {
  const outcome = scoreCompetition(scored)
  if (!('winners' in outcome)) throw new Error(outcome.words)
  return outcome
}

/** COM-9 for sets: entries of no winning set without whom other sets would win. */
function setDeciders(
  sets: EntryOption[],
  { winners }: Outcome,
  scoredOf: (options: EntryOption[]) => Scored,
): string[] {
  const winning = new Set(sets.filter(({ id }) => winners.includes(id)).flatMap(({ entryIds }) => entryIds))
  const losers = [...new Set(sets.flatMap(({ entryIds }) => entryIds))].filter((id) => !winning.has(id)).sort()
  return losers.filter((loser) => {
    const without = scoredOf(sets.filter(({ entryIds }) => !entryIds.includes(loser)))
    return outcomeOf(without).winners.join() !== winners.join()
  })
}
