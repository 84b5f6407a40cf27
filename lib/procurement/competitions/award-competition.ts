import 'server-only'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import type { Context } from '@/lib/platform/context'
import { invalidField, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askAwards } from '../projects/ask-award'
import { noAgreement } from '../projects/decide-project'
import { loadProject } from '../projects/load-project'
import type { FrozenEntry } from '../projects/project'
import { recordDecision } from '../projects/record-decision'
import type { Offer } from './competition'
import { evidenceOf } from './competition-evidence'
import type { AwardInput } from './competition-schema'
import { findCompetition, findOffers, findScores } from './competition-store'
import { offerOf } from './offer-rules'
import { type Judged, judge, nameOfOption } from './outcome-rules'
import { setIdOf } from './set-rules'

/**
 * Decides by the totals (COM-7, COM-8): the greatest wins, of an entry or of a set of entries that cover the need together; of
 * several that are equal the buyer names one with the reason; where nobody is eligible nothing is awarded. Cap, framework,
 * declaration, gate, listing and each offer's own day are asked now (COM-10), the cap for all winners together (A6).
 */
export function awardCompetition(ctx: Context, input: AwardInput): Promise<Result<{ id: string; packSha256: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadProject(tx, ctx, input.projectId, 'decide')
    if (!loaded.ok) return loaded
    const { project, move } = loaded.value
    const competition = await findCompetition(tx, { projectId: project.id })
    if (project.state !== 'scored' || !competition)
      return refuse({ kind: 'wrong-state', state: project.state, command: 'decide by scores' })
    const entryIds = competition.entrants.map(({ entryId }) => entryId)
    const [offers, scores] = [await findOffers(tx, competition.id, entryIds), await findScores(tx, competition.id)]
    const judged = judge(project, competition, offers, scores)
    const chosen = input.winnerId === 'none' ? undefined : setIdOf(input.winnerId.split(' '))
    if (chosen !== undefined && !judged.outcome.entries.some(({ id }) => id === chosen))
      return invalidField('winnerId', 'Choose one that competes')
    if (chosen !== undefined && !judged.outcome.winners.includes(chosen))
      return invalidField('winnerId', `${nameOfOption(judged, chosen)} does not have the greatest total`)
    const winners = judged.entries.filter(({ id }) => chosen?.split(' ').includes(id))
    const [winner] = winners
    const checks = winner
      ? await askAwards(tx, ctx, project, winners, ({ id }) => offerOf(offers, id)?.validUntil ?? null)
      : undefined
    if (checks && !checks.ok) return checks
    return recordDecision(tx, ctx, {
      project,
      move,
      version: input.version,
      reasons: {},
      decision: {
        ...agreedOf(winners, offers),
        outcome: winner ? 'awarded' : 'none-suitable',
        winnerId: winners.length === 1 ? winner!.id : null,
        winnerIds: winners.map(({ id }) => id).sort(),
        reasonCode: winner ? 'best-by-score' : 'none-suitable',
        reason: input.reason,
        exclusions: whyNot(judged, chosen),
        mechanism: null,
      },
      evidence: {
        checks: checks ? checks.value : null,
        competition: evidenceOf(competition, offers, scores, judged),
      },
    })
  })
}

/** What the winners offered: of one in the decision itself, of several for each. */
function agreedOf(winners: FrozenEntry[], offers: Offer[]) {
  const [winner] = winners
  if (winners.length > 1) {
    const offering = winners.filter(({ id }) => offerOf(offers, id))
    const agreements = offering.map(({ id, prices, yearlyPence, termPence }) => [
      id,
      { prices, yearlyPence: yearlyPence!, termPence: termPence! },
    ])
    return { ...noAgreement, agreements: Object.fromEntries(agreements) }
  }
  if (!winner || !offerOf(offers, winner.id)) return noAgreement
  return {
    ...noAgreement,
    agreedPrices: winner.prices,
    agreedYearlyPence: winner.yearlyPence,
    agreedTermPence: winner.termPence,
  }
}

/** Why each loser did not win, in the figures of the result (A8); where sets compete, those of the best set with it. */
function whyNot({ outcome, entries, sets, scored }: Judged, chosen: string | undefined): Record<string, string> {
  const best = outcome.entries.find(({ id }) => id === chosen)
  const shown = (total: number) => totalWords(total / (scored.parts ?? 1))
  const said = sets ? 'In the best set with it a' : 'A'
  const words = (total: number, eligible: boolean): string => {
    if (!eligible && sets)
      return `A must is not met in any set with it: none can win, the best with a total of ${shown(total)}`
    if (!eligible) return `A must is not met: it cannot win, with a total of ${shown(total)}`
    if (!best) return `${said} total of ${shown(total)}; nothing was awarded`
    if (total === best.total)
      return sets
        ? `The same total of ${shown(total)} in another set: the buyer chose between equals`
        : `The same total of ${shown(total)}: the buyer chose between equals`
    return `${said} total of ${shown(total)} against ${shown(best.total)}`
  }
  const won = chosen?.split(' ') ?? []
  const reasons = entries.flatMap(({ id }) => {
    if (won.includes(id)) return []
    // The best first: of sets the first that may win.
    const own = outcome.entries.filter((option) => option.id.split(' ').includes(id))
    const at = own.find(({ eligible }) => eligible) ?? own[0]
    return at ? [[id, words(at.total, at.eligible)] as const] : []
  })
  return Object.fromEntries(reasons)
}
