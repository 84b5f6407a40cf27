import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isOwn } from '../assessments/assessment-policy'
import { readMatter } from '../decisions/read-matter'
import type { Dispute } from './dispute'
import { mayDispute } from './dispute-policy'
import type { RaiseDispute } from './dispute-schema'
import { addDispute } from './dispute-store'
import { disputedIdOf, readDisputed } from './read-disputed'

/** The supplier says that a finding about its module, or a check that it failed, is wrong (DE-03). Nothing changes until somebody has answered. */
export function raiseDispute(ctx: Context, input: RaiseDispute): Promise<Result<Dispute>> {
  return transaction(async (tx) => {
    const disputed = (await readDisputed(tx, [input])).get(disputedIdOf(input))
    const matter = disputed && (await readMatter(tx, disputed.moduleVersionId))
    if (!matter || !isOwn(ctx.actor, matter)) return refuse({ kind: 'not-found' })
    const may = mayDispute(ctx.actor, matter)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    if (!disputed.adverse)
      return refuse({ kind: 'conflict', because: 'Only a finding that something is not met can be disputed' })
    const dispute: Dispute = {
      id: newId(),
      findingId: input.findingId ?? null,
      checkFactId: input.checkFactId ?? null,
      moduleVersionId: disputed.moduleVersionId,
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
    if (!(await addDispute(tx, dispute))) return refuse({ kind: 'conflict', because: 'This has been disputed already' })
    await record(tx, ctx, {
      name: 'DisputeRaised',
      about: { type: 'Dispute', id: dispute.id },
      to: 'raised',
      organisationId: dispute.supplierId,
      data: {
        moduleVersionId: dispute.moduleVersionId,
        ...(input.findingId && { findingId: input.findingId }),
        ...(input.checkFactId && { checkFactId: input.checkFactId }),
      },
    })
    return ok(dispute)
  })
}
