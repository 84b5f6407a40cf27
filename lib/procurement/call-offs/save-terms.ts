import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayPrepareCallOff } from './call-off-policy'
import { withDates } from './call-off-rules'
import type { SaveTermsInput } from './call-off-schema'
import { moveCallOff } from './call-off-store'
import { getCallOff } from './get-call-off'

/** Changes dates and notice of a draft; value and hash follow. */
export function saveTerms(ctx: Context, input: SaveTermsInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    if (!callOff) return refuse({ kind: 'not-found' })
    const decision = mayPrepareCallOff(ctx.actor, callOff)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (callOff.state !== 'draft') return refuse({ kind: 'wrong-state', state: callOff.state, command: 'save terms' })
    if (input.startsOn <= dayOf(ctx.now)) return invalidField('startsOn', 'The start must be in the future')
    const terms = withDates(callOff, input.startsOn, input.termMonths, input.noticeDays)
    if (!terms) return refuse({ kind: 'conflict', because: 'The order cannot be priced' })
    const { startsOn, termMonths, endsOn, noticeDays, yearlyPence, oneOffPence, totalPence, termsHash } = terms
    if (
      !(await moveCallOff(tx, callOff.id, input.version, {
        startsOn,
        termMonths,
        endsOn,
        noticeDays,
        yearlyPence,
        oneOffPence,
        totalPence,
        termsHash,
      }))
    )
      return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'CallOffTermsSaved',
      about: { type: 'CallOff', id: callOff.id },
      from: 'draft',
      to: 'draft',
      data: { termsHash, totalPence },
    })
    return ok({ id: callOff.id })
  })
}
