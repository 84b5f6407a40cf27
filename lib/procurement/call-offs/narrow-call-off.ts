import 'server-only'
import type { Context } from '@/lib/platform/context'
import { pick } from '@/lib/platform/pick'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayPrepareCallOff } from './call-off-policy'
import { withValue } from './call-off-rules'
import type { NarrowInput } from './call-off-schema'
import { moveCallOff } from './call-off-store'
import { getCallOff } from './get-call-off'
import { derivedFields, revised } from './revise-call-off'

/**
 * Orders only a part of the module: where one capability has lapsed, the rest can still be bought (assurance §9). Only a
 * draft, never more than the project chose; value and hash follow, and the gate is asked for what is left.
 */
export function narrowCallOff(ctx: Context, input: NarrowInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    if (!callOff) return refuse({ kind: 'not-found' })
    const decision = mayPrepareCallOff(ctx.actor, callOff)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (callOff.state !== 'draft') return refuse({ kind: 'wrong-state', state: callOff.state, command: 'order a part' })
    const kept = callOff.capabilityIds.filter((id) => input.capabilityIds.includes(id))
    if (kept.length === 0 || kept.length < input.capabilityIds.length)
      return invalidField('capabilityIds', 'Choose from what the order names')
    const terms = withValue(revised({ ...callOff, capabilityIds: kept }))
    if (!terms) return refuse({ kind: 'conflict', because: 'The order cannot be priced' })
    const { totalPence, termsHash } = terms
    const change = { capabilityIds: kept, ...pick(terms, derivedFields), termsFormat: 2 }
    if (!(await moveCallOff(tx, callOff.id, input.version, change))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'CallOffNarrowed',
      about: { type: 'CallOff', id: callOff.id },
      from: 'draft',
      to: 'draft',
      data: { termsHash, totalPence, left: callOff.capabilityIds.filter((id) => !kept.includes(id)) },
    })
    return ok({ id: callOff.id })
  })
}
