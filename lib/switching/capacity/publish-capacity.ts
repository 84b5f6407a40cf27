import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayPublishCapacity } from './capacity-policy'
import type { PublishCapacityInput } from './capacity-schema'
import { saveWeek } from './capacity-store'

/** CC-01, CC-02: how much an organisation can do in a week, or that it does nothing in it. Never less than is taken already. */
export function publishCapacity(
  ctx: Context,
  input: PublishCapacityInput,
): Promise<Result<{ organisationId: string }>> {
  return transaction(async (tx) => {
    const decision = mayPublishCapacity(ctx.actor, input.organisationId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!(await saveWeek(tx, { id: newId(), taken: 0, ...input })))
      return invalidField('slots', 'More than that is reserved in this week already')
    await record(tx, ctx, {
      name: 'CapacityPublished',
      about: { type: 'Organisation', id: input.organisationId },
      organisationId: input.organisationId,
      data: input,
    })
    return ok({ organisationId: input.organisationId })
  })
}
