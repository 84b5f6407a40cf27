import type { CompetitionEvidence } from '../projects/decision-pack'
import type { Competition, Offer, Score } from './competition'
import type { Judged } from './outcome-rules'

/** What the pack keeps of a competition (COM-11): ids of people, never names. */
export function evidenceOf(
  competition: Competition,
  offers: Offer[],
  scores: Score[],
  { outcome, deciders, sets, scored }: Judged,
): CompetitionEvidence {
  return {
    id: competition.id,
    priceWeight: competition.priceWeight,
    elements: competition.elements,
    quality: competition.quality ?? null,
    openedAt: competition.openedAt,
    deadlineAt: competition.deadlineAt,
    offersClosedAt: competition.offersClosedAt,
    scoresOpenedAt: competition.scoresOpenedAt,
    entrants: competition.entrants,
    offers,
    evaluators: competition.evaluators.map(({ id, personId, interest, releasedAt, releasedReason }) => ({
      id,
      personId,
      interest,
      releasedAt,
      releasedReason,
    })),
    scores,
    totals: outcome.entries,
    winners: outcome.winners,
    /** Losers without whom somebody else would have won (COM-9). */
    sensitivity: deciders,
    // Where sets compete, totals are of sets and count each capability of the need once.
    ...(sets ? { sets, parts: scored.parts } : {}),
  }
}
