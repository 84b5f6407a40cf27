import { type Actor, belongsTo, grantOf, organisationsOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { mayRunProject } from '../projects/project-policy'
import type { Competition, Evaluator } from './competition'

type Seen = Pick<Competition, 'organisationId' | 'entrants' | 'evaluators' | 'openedAt'>

/** The actor's own entries: those of suppliers for which they write or sign. */
export function ownEntrants(actor: Actor, { entrants, openedAt }: Seen) {
  const own = organisationsOf(actor, 'supplier-editor', 'supplier-signatory')
  return openedAt === null ? [] : entrants.filter(({ supplierId }) => own.includes(supplierId))
}

/** The actor as an evaluator who was not released. */
export const ownEvaluator = (actor: Actor, { evaluators }: Pick<Competition, 'evaluators'>): Evaluator | undefined =>
  evaluators.find((e) => e.personId === actor.userId && e.releasedAt === null)

/** The buyer's people, its evaluators, and the suppliers that compete; to everybody else it does not exist (I7). */
export const maySeeCompetition = (actor: Actor, competition: Seen): boolean =>
  belongsTo(actor, competition.organisationId) ||
  ownEvaluator(actor, competition) !== undefined ||
  ownEntrants(actor, competition).length > 0

/** Criteria, opening, evaluators, closing, deciding: who runs the project. */
export const mayRunCompetition = (actor: Actor, competition: Pick<Competition, 'organisationId'>): Decision =>
  mayRunProject(actor, competition)

/** An offer binds the supplier: its signatory makes it (COM-4). */
export function mayOffer(actor: Actor, supplierId: string): Decision {
  return grantOf(actor, 'supplier-signatory', supplierId)
    ? allow
    : deny('Only a signatory of the supplier can make or take back an offer')
}

/** Interests come before the first score, and a conflict ends it (COM-5, A7). */
export function mayScore(evaluator: Evaluator | undefined): Decision {
  if (!evaluator) return deny('Only those whom the buyer asked to score can do this')
  if (!evaluator.interest) return deny('Declare your interests before you score')
  return evaluator.interest.conflict ? deny('You declared a conflict of interests, so you take no part') : allow
}
