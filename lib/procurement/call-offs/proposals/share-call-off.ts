import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayPrepareCallOff } from '../call-off-policy'
import type { CallOffInput } from '../call-off-schema'
import { moveCallOff } from '../call-off-store'
import { getCallOff } from '../get-call-off'

/** Lets the supplier read an order before it is sent for signature, so that it can propose dates, milestones and exit terms. */
export function shareCallOff(ctx: Context, input: CallOffInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    if (!callOff) return refuse({ kind: 'not-found' })
    const decision = mayPrepareCallOff(ctx.actor, callOff)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const { id, state } = callOff
    if (!['draft', 'awaiting-funding', 'funded'].includes(state))
      return refuse({ kind: 'wrong-state', state, command: 'show it to the supplier' })
    if (callOff.sharedAt) return refuse({ kind: 'conflict', because: 'The supplier reads this order already' })
    if (!(await moveCallOff(tx, id, input.version, { sharedAt: ctx.now }))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'CallOffShared',
      about: { type: 'CallOff', id },
      from: state,
      to: state,
      data: { supplierId: callOff.supplierId, termsHash: callOff.termsHash },
    })
    return ok({ id })
  })
}
