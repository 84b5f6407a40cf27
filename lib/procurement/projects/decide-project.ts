import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { addWorkingDays } from '@/lib/platform/working-days'
import { readSettings } from '@/lib/settings/read-settings'
import { insertReview } from '../reviews/award-review-store'
import { askAwards } from './ask-award'
import { agreementsByUse, withExpectedUse } from './expected-use-rules'
import { loadProject } from './load-project'
import { applyMechanism, plainMechanism } from './mechanism-rules'
import { payerOf } from './payer-of'
import type { AwardReason, EntryReason, FrozenEntry, Mechanism, Project } from './project'
import { reasonsFor, withoutReason } from './project-rules'
import type { DecideProjectInput } from './project-schema'
import { recordDecision } from './record-decision'
import { applySetMechanism } from './set-mechanism-rules'
import { chosenWinners } from './winner-rules'

type Decided = { id: string; packSha256: string }

/**
 * Awards frozen modules without a competition here, one or a set that covers the need together, by a mechanism that is kept with
 * what went in and came out (D3), and says of every other why not (A8); or says that none is suitable. Everything that could
 * forbid the award is asked now, in this transaction, the cap of the route for all winners together (COM-10, A6); a price by use
 * counts with the use that the buyer expects.
 */
export function decideProject(ctx: Context, input: DecideProjectInput): Promise<Result<Decided>> {
  return transaction(async (tx) => {
    const loaded = await loadProject(tx, ctx, input.id, 'decide')
    if (!loaded.ok) return loaded
    const { project: frozen, move } = loaded.value
    const project = { ...frozen, entries: withExpectedUse(frozen, input.expected ?? {}) }
    if (project.state !== 'frozen')
      return refuse({ kind: 'wrong-state', state: project.state, command: 'award without scores' })
    const chosen = chosenWinners(project, input.winnerId)
    if (!chosen.ok) return chosen
    const winners = chosen.value
    const stay = winners.map(({ id }) => id).sort()
    const [missing] = withoutReason(project.entries, stay, input.exclusions)
    if (missing) return invalidField(`exclusion-${missing.id}`, `Say why ${missing.moduleName} was not chosen`)
    const reasons = reasonsFor(project.entries, stay, input.exclusions) as Record<string, EntryReason>
    const texts = Object.fromEntries(Object.entries(reasons).map(([id, { text }]) => [id, text]))
    const made = { project: frozen, move, version: input.version, reasons }
    const common = { reason: input.reason, exclusions: texts, ...noAgreement }
    const [winner] = winners
    if (!winner)
      return recordDecision(tx, ctx, {
        ...made,
        decision: { ...common, ...noWinner, outcome: 'none-suitable', reasonCode: 'none-suitable', mechanism: null },
        evidence: { checks: null, competition: null },
      })
    const wrong = wrongReason(project, input)
    if (wrong) return wrong
    const checks = await askAwards(tx, ctx, project, winners)
    if (!checks.ok) return checks
    const review = input.reasonCode === 'urgent' ? await reviewOwed(tx, ctx, project) : ok(null)
    if (!review.ok) return review
    const mechanism = mechanismOf(project, winners, input.reasonCode, reasons, review.value?.dueOn ?? null)
    if ('because' in mechanism) return invalidField('reasonCode', mechanism.because)
    const won = { winnerId: winners.length === 1 ? winner.id : null, winnerIds: stay }
    const recorded = await recordDecision(tx, ctx, {
      ...made,
      decision: {
        ...common,
        ...won,
        agreements: agreementsByUse(winners),
        outcome: 'awarded',
        reasonCode: input.reasonCode,
        mechanism,
      },
      evidence: { checks: checks.value, competition: null },
    })
    if (recorded.ok && review.value)
      await insertReview(tx, { projectId: project.id, awardedAt: ctx.now, ...review.value })
    return recorded
  })
}

/** Nothing was offered: the list price holds. */
export const noAgreement = { agreedPrices: null, agreedYearlyPence: null, agreedTermPence: null, agreements: {} }

const noWinner = { winnerId: null, winnerIds: [] }

/** A need that names its capabilities is met by sets: those are compared. Any other by each match alone. */
function mechanismOf(
  { entries, capabilityIds }: Project,
  winners: FrozenEntry[],
  kind: AwardReason,
  reasons: Record<string, EntryReason>,
  reviewBy: Day | null,
): Mechanism | { because: string } {
  if (capabilityIds.length === 0) return applyMechanism(kind, entries, winners[0]!, reasons, reviewBy)
  const plain = plainMechanism(kind, entries, winners, reviewBy)
  return applySetMechanism(plain, capabilityIds, entries, winners, reasons)
}

function wrongReason({ route }: Project, { reasonCode }: DecideProjectInput) {
  if (route === 'competition')
    return refuse({
      kind: 'conflict',
      because: 'On this route suppliers compete. Open the competition, or start again with a direct award.',
    })
  if ((route === 'off-catalogue') !== (reasonCode === 'held-elsewhere'))
    return invalidField(
      'reasonCode',
      route === 'off-catalogue'
        ? 'On this route the reason is the competition that was held elsewhere'
        : 'A direct award has another reason than a competition',
    )
  return undefined
}

/** Who reviews an urgent award, and the last day for it, by the clock of who pays. */
async function reviewOwed(tx: Tx, ctx: Context, project: Project): Promise<Result<{ payerId: string; dueOn: Day }>> {
  const payer = await payerOf(tx, project.organisationId)
  const settings = await readSettings(tx, ctx, payer?.id ?? null, ['urgent-review-days', 'bank-holidays'])
  if (!settings.ok) return settings
  const { value } = settings
  const dueOn = addWorkingDays(dayOf(ctx.now), value.count('urgent-review-days'), value.list('bank-holidays'))
  return ok({ payerId: payer?.id ?? project.organisationId, dueOn })
}
