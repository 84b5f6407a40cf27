import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { outcomeWords, type Project } from '../projects/project'
import { resultOf } from './buyer-view'
import type { Competition, Entrant } from './competition'
import { mayOffer } from './competition-policy'
import { findOffers, findScores } from './competition-store'
import type { ResultView, SupplierEntryView, SupplierOutcome } from './competition-view'
import { offerMustHoldUntil, offerOf } from './offer-rules'
import { setIdOf } from './set-rules'

/** What a supplier sees of its own entries: its own offers, and after the decision its own scores and the winner's total (I7). */
export async function supplierView(
  tx: Tx,
  ctx: Context,
  project: Project,
  competition: Competition,
  own: Entrant[],
): Promise<SupplierEntryView[]> {
  if (own.length === 0) return []
  const { deadlineAt, offerDays, offersClosedAt } = competition
  const ids = own.map(({ entryId }) => entryId)
  const offers = await findOffers(tx, competition.id, ids)
  const isKnown = project.state === 'decided' && competition.scoresOpenedAt !== null
  const result = isKnown ? await resultOf(tx, project, competition, await findScores(tx, competition.id)) : undefined
  const isOpen = project.state === 'competing' && offersClosedAt === null && ctx.now < deadlineAt!
  return own.map(({ entryId, supplierId }) => {
    const entry = project.entries.find(({ id }) => id === entryId)!
    return {
      entryId,
      moduleName: entry.moduleName,
      listPrices: entry.prices,
      offer: offerOf(offers, entryId),
      number: offers.findLast((offer) => offer.entryId === entryId)?.number ?? 0,
      earliestEnd: offerMustHoldUntil(deadlineAt!, offerDays!),
      may: mayOffer(ctx.actor, supplierId),
      isOpen,
      outcome: outcomeFor(project, entryId, result),
    }
  })
}

function outcomeFor(
  { decision }: Project,
  entryId: string,
  result: ResultView | undefined,
): SupplierOutcome | undefined {
  if (!decision) return undefined
  const { winnerIds } = decision
  const winners = result?.entries.filter(({ entry }) => winnerIds.includes(entry.id)) ?? []
  const mine = result?.entries.find(({ entry }) => entry.id === entryId)
  const isMine = winnerIds.includes(entryId)
  const total = result?.sets ? result.sets.find(({ id }) => id === setIdOf(winnerIds))?.total : winners[0]?.total
  return {
    words: isMine
      ? `Your module won${winnerIds.length > 1 ? ', together with others' : ''}`
      : decision.outcome === 'awarded'
        ? `${winnerIds.length > 1 ? 'Other modules' : 'Another module'} won`
        : outcomeWords[decision.outcome],
    ofSets: Boolean(result?.sets),
    winner:
      total === undefined
        ? null
        : { name: winners.map(({ entry: e }) => `${e.moduleName} of ${e.supplierName}`).join(' with '), total },
    own:
      mine && result
        ? {
            total: mine.total,
            scores: result.criteria.map(({ id, words, kind }) => ({ words, kind, ...mine.agreed[id]! })),
          }
        : null,
  }
}
