import 'server-only'
import { isFreshProof, staleProofWords } from '@/lib/identity/fresh-proof'
import { belongsTo } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { maskedOf } from './payout-account'
import { mayConfirmPayoutAccount } from './payout-account-policy'
import type { ConfirmPayoutAccountInput } from './payout-account-schema'
import { confirmAccount, findAccount, findPayoutAccount } from './payout-account-store'

/**
 * A second person of the supplier confirms the account that was entered last, with digits that they have from elsewhere (V4, N13):
 * they are not shown on the page. Releases go on from here.
 */
export function confirmPayoutAccount(
  ctx: Context,
  { id, lastDigits }: ConfirmPayoutAccountInput,
  provedAt: Date,
): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    const account = await findAccount(tx, id)
    if (!account || !belongsTo(ctx.actor, account.supplierId)) return refuse({ kind: 'not-found' })
    const decision = mayConfirmPayoutAccount(ctx.actor, account)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!isFreshProof(ctx, provedAt)) return refuse({ kind: 'conflict', because: staleProofWords() })
    if ((await findPayoutAccount(tx, account.supplierId))?.id !== id) return refuse({ kind: 'stale' })
    if (account.rail === 'BACS' && maskedOf(lastDigits) !== account.maskedNumber)
      return invalidField('lastDigits', 'These are not the last four digits of the account that was entered')
    if (!(await confirmAccount(tx, id, ctx.actor.userId, ctx.now))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'PayoutAccountConfirmed',
      about: { type: 'PayoutAccount', id },
      organisationId: account.supplierId,
      data: { rail: account.rail },
    })
    return ok(undefined)
  })
}
