import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, type Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { appealMachine } from '../appeals/appeal-machine'
import { endAppeal } from '../appeals/appeal-store'
import { waiveCheck } from '../check-waivers/waive-check'
import { disputeMachine } from '../disputes/dispute-machine'
import { endDispute } from '../disputes/dispute-store'
import { disputedIdOf, readDisputed } from '../disputes/read-disputed'
import { closeNonConformities } from '../non-conformities/close-non-conformities'
import type { Contested } from './contested'
import type { DecisionKind } from './decision-kinds'
import { waiverDays } from './decision-rules'

type Made = { decisionId: string; proposal: { kind: DecisionKind }; on: Day }

/**
 * An appeal or dispute ends with the decision about it (DE-03). An upheld dispute of a finding closes what is open against the
 * requirement; one of a check waives the check, in this version of the suite, for as long as a waiver may hold.
 */
export async function endContested(
  tx: Tx,
  ctx: Context,
  contested: Contested,
  made: Made,
): Promise<Result<Record<string, unknown>>> {
  const { on, decisionId: outcomeId } = made
  if (contested.what === 'appeal') {
    const { appeal } = contested
    const edge = appealMachine.lodged[made.proposal.kind === 'UPHOLD_APPEAL' ? 'uphold' : 'dismiss']
    const ended = await endAppeal(tx, appeal, { state: edge.to, on, outcomeId })
    return ended ? ok({ appealId: appeal.id, appealedId: appeal.decisionId }) : refuse({ kind: 'stale' })
  }
  const { dispute } = contested
  const { to } = disputeMachine.raised.uphold
  if (!(await endDispute(tx, dispute, dispute.version, { state: to, on, outcomeId }))) return refuse({ kind: 'stale' })
  const { moduleVersionId, requirement, check } = (await readDisputed(tx, [dispute])).get(disputedIdOf(dispute))!
  const disputeId = dispute.id
  if (check) {
    const waiver = { decisionId: outcomeId, check: check.check, suiteVersion: check.suiteVersion }
    return ok({ disputeId, ...(await waiveCheck(tx, ctx, { ...waiver, from: on, until: addDays(on, waiverDays) })) })
  }
  const becauseOf = { disputeId }
  const requirements = requirement ? [requirement] : []
  const closed = await closeNonConformities(tx, ctx, moduleVersionId, requirements, { by: 'DISPUTE', becauseOf })
  return ok({ disputeId, findingId: dispute.findingId, closed })
}
