import { priceFromJson } from '@/lib/catalogue/prices/price'
import type { AwardChecks } from './ask-award'
import type { Project, ProjectDecision } from './project'
import { orderValue } from './project-rules'

/** What a competition adds to the pack: criteria, offers, interests, scores, totals, sensitivity (COM-11). */
export type CompetitionEvidence = Record<string, unknown>
export type PackEvidence = { checks: AwardChecks | null; competition: CompetitionEvidence | null }

/** Prices are compared over this long whatever the term, so that packs can be laid side by side. */
const comparedMonths = 36

/**
 * The evidence of a decision (D4): the need, what was considered with its hash and price, why one was chosen and why the
 * others were not. Ids, never names of people. Money as strings of digits (canonical JSON sees to it).
 */
export function packOf(
  project: Project,
  decision: Omit<ProjectDecision, 'packSha256'>,
  { checks, competition }: PackEvidence,
) {
  const { listSize } = project
  return {
    schema: 'decision-pack/2',
    project: {
      id: project.id,
      name: project.name,
      description: project.description,
      practiceId: project.organisationId,
      previousId: project.previousId,
      // The proven plan that it follows, by the hash of its evidence (PLAN-2).
      ...(project.plan ? { plan: project.plan } : {}),
    },
    needs: {
      listSize,
      listSizeAsOf: project.listSizeAsOf,
      startsOn: project.startsOn,
      termMonths: project.termMonths,
      goLiveOn: project.goLiveOn,
      frameworkId: project.frameworkId,
      route: project.route,
    },
    search: { query: project.query, at: project.frozenAt?.toISOString() },
    entries: project.entries.map((entry) => ({
      ...entry,
      threeYearPence:
        listSize === null
          ? null
          : (orderValue(entry.prices.map(priceFromJson), listSize, comparedMonths)?.totalPence ?? null),
    })),
    exclusions: project.exclusions,
    competition,
    decision: {
      outcome: decision.outcome,
      winnerId: decision.winnerId,
      reasonCode: decision.reasonCode,
      reason: decision.reason,
      mechanism: decision.mechanism,
      losers: decision.exclusions,
      agreedPrices: decision.agreedPrices,
      agreedTermPence: decision.agreedTermPence,
      decidedById: decision.decidedById,
      decidedAt: decision.decidedAt.toISOString(),
    },
    checks: checks && {
      gate: checks.gate.gate,
      label: checks.gate.label,
      gateSha256: checks.gate.inputsSha256,
      framework: checks.frameworkName,
      route: checks.route,
      settingIds: checks.settingIds,
    },
  }
}
