import 'server-only'
import { type Actor, grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadStandards } from '../standards-store'
import { isOwnObligation } from './obligation-policy'
import { addRedeclaration, findObligation } from './obligation-store'

/** The supplier's signatory says that what was only reworded is still met (RF-01). After the transition only an assessment helps. */
export function redeclareRequirement(
  ctx: Context,
  { obligationId, requirementId }: { obligationId: string; requirementId: string },
): Promise<Result<{ moduleVersionId: string }>> {
  return transaction(async (tx) => {
    const obligation = await findObligation(tx, obligationId)
    if (!obligation || !isOwnObligation(ctx.actor, obligation)) return refuse({ kind: 'not-found' })
    if (!isSignatory(ctx.actor, obligation.supplierId))
      return refuse({ kind: 'forbidden', because: 'Only a signatory of the supplier can declare this' })
    const { standardVersionId, moduleVersionId } = obligation
    const version = (await loadStandards(tx)).flatMap((s) => s.versions).find((v) => v.id === standardVersionId)
    const requirement = version?.requirements.find((r) => r.id === requirementId)
    if (!requirement?.carriedFrom?.some((from) => from.kind === 'REWORDED')) return refuse({ kind: 'not-found' })
    if (version!.withdrawnOn !== null) return refuse({ kind: 'wrong-state', state: 'withdrawn', command: 'redeclare' })
    if (version!.transitionEndsOn! < dayOf(ctx.now))
      return refuse({ kind: 'conflict', because: 'The transition has ended: it has to be assessed now' })
    const said = { moduleVersionId, standardVersionId, requirementId }
    if (!(await addRedeclaration(tx, { ...said, declaredById: ctx.actor.userId, declaredAt: ctx.now })))
      return refuse({ kind: 'conflict', because: 'It was declared before' })
    await record(tx, ctx, {
      name: 'RequirementRedeclared',
      about: { type: 'ModuleVersion', id: moduleVersionId },
      data: { standardVersionId, requirementId, obligationId },
    })
    return ok({ moduleVersionId })
  })
}

const isSignatory = (actor: Actor, supplierId: string) => grantOf(actor, 'supplier-signatory', supplierId) !== undefined
