import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { assessmentMachine } from '../assessments/assessment-machine'
import { moveAssessment } from '../assessments/assessment-store'
import { waiveCheck } from '../check-waivers/waive-check'
import { closeNonConformities } from '../non-conformities/close-non-conformities'
import { acceptPlan, extendPlan } from '../non-conformities/decide-plan'
import { rowOf } from './decision-rules'
import { addWaiver, type Proposal } from './decision-store'
import { endContested } from './end-contested'
import type { WholeMatter } from './read-matter'

type Made = { decisionId: string; proposal: Proposal; matter: WholeMatter; on: Day }

/**
 * What a made decision changes beside the label: the assessment it closes, the waiver it grants, the plan, the appeal or
 * dispute it ends. Answers the event's data.
 */
export async function applyDecision(tx: Tx, ctx: Context, made: Made): Promise<Result<Record<string, unknown>>> {
  const { proposal, matter, decisionId, on } = made
  if (proposal.kind === 'LIST' || proposal.kind === 'REFUSE') {
    const edge = assessmentMachine['for-decision'][proposal.kind === 'LIST' ? 'list' : 'refuse']
    const open = matter.open!
    const returnReason = proposal.kind === 'REFUSE' ? proposal.reason : null
    const moved = await moveAssessment(tx, open, open.version, ctx.now, { state: edge.to, returnReason })
    return moved ? ok({ assessmentId: open.id }) : refuse({ kind: 'stale' })
  }
  if (matter.contested) return endContested(tx, ctx, matter.contested, made)
  if (proposal.kind === 'ACCEPT_PLAN') return acceptPlan(tx, ctx, proposal.terms.planId!)
  if (proposal.kind === 'EXTEND') return extendPlan(tx, ctx, proposal.terms.planId!, proposal.terms.until!)
  if (proposal.kind === 'WAIVE_CHECK') {
    const { check, suiteVersion, until } = proposal.terms
    return ok(
      await waiveCheck(tx, ctx, { decisionId, check: check!, suiteVersion: suiteVersion!, from: on, until: until! }),
    )
  }
  if (proposal.kind !== 'WAIVE') return ok({})
  const { standardVersionId, requirementId, until } = proposal.terms
  await addWaiver(tx, {
    id: newId(),
    decisionId,
    moduleVersionId: proposal.moduleVersionId,
    standardVersionId: standardVersionId!,
    requirementId: requirementId!,
    hazard: rowOf(matter.facts, proposal.terms, on)!.requirement.hazard,
    from: on,
    until: until!,
  })
  const becauseOf = { decisionId }
  const requirement = { standardVersionId: standardVersionId!, requirementId: requirementId! }
  await closeNonConformities(tx, ctx, proposal.moduleVersionId, [requirement], { by: 'WAIVER', becauseOf })
  return ok({ standardVersionId, requirementId, until })
}
