import 'server-only'
import { isFreshProof, staleProofWords } from '@/lib/identity/fresh-proof'
import { belongsTo } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { keptAtStripe, maskedOf } from './payout-account'
import { mayChangePayoutAccount } from './payout-account-policy'
import type { ChangePayoutAccountInput } from './payout-account-schema'
import { insertPayoutAccount } from './payout-account-store'

/**
 * A signatory enters another account (V4): from this instant nothing is released to the supplier until a second person of it has
 * confirmed it. Asks for a proof of identity not older than five minutes. Of a number only the last digits are kept.
 */
export function changePayoutAccount(
  ctx: Context,
  input: ChangePayoutAccountInput,
  provedAt: Date,
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const { supplierId, rail, accountName } = input
    if (!belongsTo(ctx.actor, supplierId)) return refuse({ kind: 'not-found' })
    const decision = mayChangePayoutAccount(ctx.actor, supplierId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!isFreshProof(ctx, provedAt)) return refuse({ kind: 'conflict', because: staleProofWords() })
    const id = newId()
    const maskedNumber = rail === 'BACS' ? maskedOf(input.accountNumber) : keptAtStripe
    const by = { changedById: ctx.actor.userId, changedAt: ctx.now }
    await insertPayoutAccount(tx, { id, supplierId, rail, accountName, maskedNumber, ...by })
    await record(tx, ctx, {
      name: 'PayoutAccountChanged',
      about: { type: 'PayoutAccount', id },
      organisationId: supplierId,
      data: { rail },
    })
    return ok({ id })
  })
}
