import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { startAssessment } from '../assessments/open-assessment'
import { isListed, isWithdrawn } from '../label-rules'
import { loadFactsOf } from '../load-facts-of'
import { needsAssessment, obligationOf } from './obligation'
import { isOwnObligation } from './obligation-policy'
import { findObligation } from './obligation-store'

/**
 * The supplier answers an obligation: it wants to be assessed against the new version, before it binds or after. That opens an
 * assessment of kind UPLIFT (FA-04) without a claim, so it needs no decision to list.
 */
export function askForAssessment(
  ctx: Context,
  { obligationId }: { obligationId: string },
): Promise<Result<{ assessmentId: string }>> {
  return transaction(async (tx) => {
    const obligation = await findObligation(tx, obligationId)
    if (!obligation || !isOwnObligation(ctx.actor, obligation)) return refuse({ kind: 'not-found' })
    const { moduleVersionId, supplierId, standardVersionId } = obligation
    const today = dayOf(ctx.now)
    const facts = (await loadFactsOf(tx, moduleVersionId))?.facts
    const version = facts?.standards.flatMap((s) => s.versions).find((v) => v.id === standardVersionId)
    if (!facts || !isListed(facts, today) || isWithdrawn(facts, today))
      return refuse({ kind: 'conflict', because: 'Only a listed module can be assessed again' })
    const now = version && obligationOf(facts, version, today)
    if (!now || !needsAssessment(now))
      return refuse({ kind: 'wrong-state', state: now?.state ?? 'lifted', command: 'ask-for-assessment' })
    const of = { id: moduleVersionId, supplierId }
    const data = { obligationId, standardVersionId }
    const assessmentId = await startAssessment(tx, ctx, of, { kind: 'UPLIFT', capabilityIds: [], data })
    return assessmentId
      ? ok({ assessmentId })
      : refuse({ kind: 'conflict', because: 'An assessment of it is open already' })
  })
}
