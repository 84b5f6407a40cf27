import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { isId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isAuthority, isOwn } from '../assessments/assessment-policy'
import { type DisputeCommand, type DisputeState, disputeMachine } from './dispute-machine'
import { mayRejectDispute } from './dispute-policy'
import type { RejectDispute } from './dispute-schema'
import { endDispute, findDispute } from './dispute-store'
import { disputedIdOf, readDisputed } from './read-disputed'

/** A reviewer who had no part in the finding rejects a dispute and says why (DE-03): the finding goes on counting. */
export function rejectDispute(ctx: Context, input: RejectDispute): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    const dispute = isId(input.disputeId) ? await findDispute(tx, input.disputeId) : undefined
    if (!dispute || !(isAuthority(ctx.actor) || isOwn(ctx.actor, dispute))) return refuse({ kind: 'not-found' })
    const disputed = (await readDisputed(tx, [dispute])).get(disputedIdOf(dispute))
    const may = mayRejectDispute(ctx.actor, dispute, disputed!.finders)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const edge = next<DisputeState, DisputeCommand>(disputeMachine, dispute.state, 'reject')
    if (!edge) return refuse({ kind: 'wrong-state', state: dispute.state, command: 'reject' })
    const end = { state: 'rejected', on: dayOf(ctx.now), answer: input.answer, answeredById: ctx.actor.userId } as const
    if (!(await endDispute(tx, dispute, input.version, end))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'Dispute', id: dispute.id },
      from: dispute.state,
      to: edge.to,
      data: { moduleVersionId: dispute.moduleVersionId, disputedId: disputedIdOf(dispute) },
    })
    return ok(undefined)
  })
}
