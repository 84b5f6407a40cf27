import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { appealMachine } from '../appeals/appeal-machine'
import { endAppeal } from '../appeals/appeal-store'
import { disputeMachine } from '../disputes/dispute-machine'
import { endDispute, findDisputedFindings } from '../disputes/dispute-store'
import { closeNonConformities } from '../non-conformities/close-non-conformities'
import type { Contested } from './contested'
import type { DecisionKind } from './decision-kinds'

type Made = { decisionId: string; proposal: { kind: DecisionKind }; on: Day }

/** An appeal or dispute ends with the decision about it; an upheld dispute closes what is open against the requirement (DE-03). */
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
  const [finding] = await findDisputedFindings(tx, [dispute.findingId])
  const { moduleVersionId, standardVersionId, requirementId } = finding!
  const requirements = standardVersionId && requirementId ? [{ standardVersionId, requirementId }] : []
  const becauseOf = { disputeId: dispute.id }
  const closed = await closeNonConformities(tx, ctx, moduleVersionId, requirements, { by: 'DISPUTE', becauseOf })
  return ok({ disputeId: dispute.id, findingId: dispute.findingId, closed })
}
