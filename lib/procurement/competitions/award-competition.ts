import 'server-only'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import type { Context } from '@/lib/platform/context'
import { invalidField, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askAward } from '../projects/ask-award'
import { noAgreement } from '../projects/decide-project'
import { loadProject } from '../projects/load-project'
import { recordDecision } from '../projects/record-decision'
import { evidenceOf } from './competition-evidence'
import type { AwardInput } from './competition-schema'
import { findCompetition, findOffers, findScores } from './competition-store'
import { offerOf } from './offer-rules'
import { type Judged, judge } from './outcome-rules'

/**
 * Decides by the totals (COM-7, COM-8): the greatest wins; of several that are equal the buyer names one with the reason; where
 * nobody is eligible nothing is awarded. Cap, framework, declaration, gate, listing and the offer's own day are asked now (COM-10).
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
    const winner = judged.entries.find(({ id }) => id === input.winnerId)
    if (input.winnerId !== 'none' && !winner) return invalidField('winnerId', 'Choose one that competes')
    if (winner && !judged.outcome.winners.includes(winner.id))
      return invalidField('winnerId', `${winner.moduleName} does not have the greatest total`)
    const offer = winner && offerOf(offers, winner.id)
    const checks = winner ? await askAward(tx, ctx, project, winner, offer?.validUntil ?? null) : undefined
    if (checks && !checks.ok) return checks
    const agreed = winner &&
      offer && {
        agreedPrices: winner.prices,
        agreedYearlyPence: winner.yearlyPence,
        agreedTermPence: winner.termPence,
      }
    return recordDecision(tx, ctx, {
      project,
      move,
      version: input.version,
      reasons: {},
      decision: {
        ...(agreed ?? noAgreement),
        outcome: winner ? 'awarded' : 'none-suitable',
        winnerId: winner?.id ?? null,
        winnerIds: winner ? [winner.id] : [],
        reasonCode: winner ? 'best-by-score' : 'none-suitable',
        reason: input.reason,
        exclusions: whyNot(judged, winner?.id),
        mechanism: null,
      },
      evidence: {
        checks: checks ? [checks.value] : null,
        competition: evidenceOf(competition, offers, scores, judged),
      },
    })
  })
}

/** Why each loser did not win, in the figures of the result (A8). */
function whyNot({ outcome }: Judged, winnerId: string | undefined): Record<string, string> {
  const best = outcome.entries.find(({ id }) => id === winnerId)
  const words = (total: number, eligible: boolean): string => {
    if (!eligible) return `A must is not met: it cannot win, with a total of ${totalWords(total)}`
    if (!best) return `A total of ${totalWords(total)}; nothing was awarded`
    if (total === best.total) return `The same total of ${totalWords(total)}: the buyer chose between equals`
    return `A total of ${totalWords(total)} against ${totalWords(best.total)}`
  }
  return Object.fromEntries(
    outcome.entries.filter(({ id }) => id !== winnerId).map(({ id, total, eligible }) => [id, words(total, eligible)]),
  )
}
