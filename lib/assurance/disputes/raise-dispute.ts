import 'server-only'
import type { Context } from '@/lib/platform/context'
import { isId, newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isOwn } from '../assessments/assessment-policy'
import { readMatter } from '../decisions/read-matter'
import type { Dispute } from './dispute'
import { mayDispute } from './dispute-policy'
import type { RaiseDispute } from './dispute-schema'
import { addDispute, findDisputedFindings } from './dispute-store'

/** The supplier says that a finding about its module is wrong (DE-03). Nothing changes until somebody has answered. */
export function raiseDispute(ctx: Context, input: RaiseDispute): Promise<Result<Dispute>> {
  return transaction(async (tx) => {
    const [finding] = isId(input.findingId) ? await findDisputedFindings(tx, [input.findingId]) : []
    const matter = finding && (await readMatter(tx, finding.moduleVersionId))
    if (!matter || !isOwn(ctx.actor, matter)) return refuse({ kind: 'not-found' })
    const may = mayDispute(ctx.actor, matter)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    if (finding.outcome !== 'NOT_MET')
      return refuse({ kind: 'conflict', because: 'Only a finding that something is not met can be disputed' })
    const dispute: Dispute = {
      id: newId(),
      findingId: finding.id,
      moduleVersionId: finding.moduleVersionId,
      supplierId: matter.supplierId,
      grounds: input.grounds,
      state: 'raised',
      raisedById: ctx.actor.userId,
      raisedAt: ctx.now,
      endedOn: null,
      answer: null,
      answeredById: null,
      outcomeId: null,
      version: 1,
    }
    if (!(await addDispute(tx, dispute)))
      return refuse({ kind: 'conflict', because: 'This finding has been disputed already' })
    await record(tx, ctx, {
      name: 'DisputeRaised',
      about: { type: 'Dispute', id: dispute.id },
      to: 'raised',
      organisationId: dispute.supplierId,
      data: { moduleVersionId: dispute.moduleVersionId, findingId: finding.id },
    })
    return ok(dispute)
  })
}
