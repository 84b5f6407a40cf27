import { priceFromJson } from '@/lib/catalogue/prices/price'
import type { AwardChecks } from './ask-award'
import { listsOf, type Project, type ProjectDecision, togetherPence } from './project'
import { orderValue } from './project-rules'

/** What a competition adds to the pack: criteria, offers, interests, scores, totals, sensitivity (COM-11). */
export type CompetitionEvidence = Record<string, unknown>
/** `checks`: one for each winner, in the order of their modules. */
export type PackEvidence = { checks: AwardChecks[] | null; competition: CompetitionEvidence | null }

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
  const { listSize, capabilityIds } = project
  // A practice's project that names no capabilities has one winner at most, and its pack is what packs have been before.
  const ofSets = capabilityIds.length > 0 || project.practices.length > 0
  // Prices of several suppliers in a set, or a price with expected use: only then the shape needs more.
  const agreed = Object.keys(decision.agreements).length > 0
  const checked = checks?.map(checkOf) ?? []
  return {
    schema: agreed ? 'decision-pack/4' : ofSets ? 'decision-pack/3' : 'decision-pack/2',
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
      ...(ofSets ? { capabilityIds, practices: project.practices } : {}),
    },
    search: { query: project.query, at: project.frozenAt?.toISOString() },
    entries: project.entries.map((entry) => ({
      ...entry,
      threeYearPence:
        listSize === null
          ? null
          : (orderValue(entry.prices.map(priceFromJson), listsOf(project), comparedMonths)?.totalPence ?? null),
    })),
    exclusions: project.exclusions,
    competition,
    decision: {
      outcome: decision.outcome,
      winnerId: decision.winnerId,
      ...(ofSets ? { winnerIds: decision.winnerIds, togetherPence: wholeOf(project, decision) } : {}),
      reasonCode: decision.reasonCode,
      reason: decision.reason,
      mechanism: decision.mechanism,
      losers: decision.exclusions,
      agreedPrices: decision.agreedPrices,
      agreedTermPence: decision.agreedTermPence,
      ...(agreed ? { agreements: decision.agreements } : {}),
      decidedById: decision.decidedById,
      decidedAt: decision.decidedAt.toISOString(),
    },
    checks: ofSets
      ? (checks?.map((check, i) => ({ moduleId: check.moduleId, ...checked[i]! })) ?? null)
      : (checked[0] ?? null),
  }
}

const wholeOf = ({ entries }: Project, { winnerIds, agreements }: Pick<ProjectDecision, 'winnerIds' | 'agreements'>) =>
  togetherPence(
    entries.filter(({ id }) => winnerIds.includes(id)).map((entry) => ({ ...entry, ...agreements[entry.id] })),
  )

const checkOf = ({ gate, frameworkName, route, settingIds }: AwardChecks) => ({
  gate: gate.gate,
  label: gate.label,
  gateSha256: gate.inputsSha256,
  framework: frameworkName,
  route,
  settingIds,
})
