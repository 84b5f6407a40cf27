import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { closeNonConformities } from './close-non-conformities'
import { findMandatory, findOpenOf } from './non-conformity-store'
import { openNonConformity } from './open-non-conformity'
import { findPlanApprovers, findPlansOf } from './plan-store'

type Signed = {
  id: string
  standardVersionId: string | null
  requirementId: string | null
  outcome: string
  reason: string | null
  assessorId: string
}
type OfRequirement = Signed & { standardVersionId: string; requirementId: string }
const ofRequirements = (findings: Signed[], outcome: string) =>
  findings.filter((f): f is OfRequirement => f.outcome === outcome && !!f.standardVersionId && !!f.requirementId)

/**
 * What signed findings bring about, inside the transaction that signs them (NC-02): NOT_MET of what must be kept opens a
 * non-conformity, MET closes what is open. A SHOULD that is not met lowers nothing (DV-01), so it starts no clocks either.
 */
export async function followFindings(tx: Tx, ctx: Context, moduleVersionId: string, signed: Signed[]): Promise<void> {
  const notMet = ofRequirements(signed, 'NOT_MET')
  const mandatory = await findMandatory(tx, notMet)
  for (const { standardVersionId, requirementId, reason } of notMet.filter((f) => mandatory.has(keyOf(f))))
    await openNonConformity(tx, ctx, {
      moduleVersionId,
      standardVersionId,
      requirementId,
      source: 'FINDING',
      summary: reason ?? `${requirementId} was found not to be met`,
      determinedOn: dayOf(ctx.now),
    })
  for (const finding of ofRequirements(signed, 'MET'))
    await closeNonConformities(tx, ctx, moduleVersionId, [finding], {
      by: 'FINDING',
      becauseOf: { findingId: finding.id },
    })
}

/**
 * What stands against signing, in words. NC-03: who accepted the plan may neither find nor sign that it is done. NC_OPEN:
 * nothing is found not to apply while a non-conformity is open (AC-03), even if it was opened after the assessor looked.
 */
export async function againstSigning(
  tx: Tx,
  ctx: Context,
  moduleVersionId: string,
  signed: Signed[],
): Promise<string | undefined> {
  if ((await findOpenOf(tx, moduleVersionId, ofRequirements(signed, 'NOT_APPLICABLE'))).length > 0)
    return 'A non-conformity is open: it cannot be found not to apply'
  const met = ofRequirements(signed, 'MET')
  const open = await findOpenOf(tx, moduleVersionId, met)
  if (open.length === 0) return undefined
  const plans = await findPlansOf(
    tx,
    open.map((nc) => nc.id),
  )
  const approvers = await findPlanApprovers(
    tx,
    moduleVersionId,
    plans.map((plan) => plan.id),
  )
  const assessors = met.filter((f) => open.some((nc) => keyOf(nc) === keyOf(f))).map((f) => f.assessorId)
  return [ctx.actor.userId, ...assessors].some((id) => approvers.includes(id))
    ? 'Somebody who accepted its plan cannot close the non-conformity: another must find and sign it'
    : undefined
}

const keyOf = ({ standardVersionId, requirementId }: { standardVersionId: string; requirementId: string }) =>
  `${standardVersionId}/${requirementId}`
