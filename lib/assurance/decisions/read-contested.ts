import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findAppeal } from '../appeals/appeal-store'
import { findDispute } from '../disputes/dispute-store'
import type { Contested } from './contested'
import type { DecisionKind, DecisionTerms } from './decision-kinds'
import { findDecision } from './decision-store'

type Named = { appealId?: string | undefined; disputeId?: string | undefined }

/** The appeal or dispute that a decision of this kind is about; undefined for other kinds, and where there is none of that id. */
export async function readContested(tx: Tx, kind: DecisionKind, named: Named): Promise<Contested | undefined> {
  const { appealId = '', disputeId = '' } = named
  if (kind === 'UPHOLD_DISPUTE') {
    const dispute = isId(disputeId) ? await findDispute(tx, disputeId) : undefined
    if (!dispute) return undefined
    const { moduleVersionId, state } = dispute
    return { what: 'dispute', dispute, moduleVersionId, waits: state === 'raised', makerIds: [] }
  }
  if (kind !== 'UPHOLD_APPEAL' && kind !== 'DISMISS_APPEAL') return undefined
  const appeal = isId(appealId) ? await findAppeal(tx, appealId) : undefined
  const decision = appeal && (await findDecision(tx, appeal.decisionId))
  if (!decision) return undefined
  const { moduleVersionId, state } = appeal
  const makerIds = [decision.madeById, decision.secondedById]
  return { what: 'appeal', appeal, moduleVersionId, waits: state === 'lodged', makerIds }
}

/** What stays with the decision: an upheld appeal supersedes the older decision, an upheld dispute voids the finding, or waives the check. */
export function termsOfContested(kind: DecisionKind, contested: Contested): DecisionTerms {
  if (contested.what === 'dispute') {
    const { id: disputeId, findingId } = contested.dispute
    return { disputeId, ...(findingId && { findingId }) }
  }
  const { id: appealId, decisionId } = contested.appeal
  return kind === 'UPHOLD_APPEAL' ? { appealId, correctsId: decisionId } : { appealId }
}
