import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { PayoutAccount } from './payout-account'

/** V4: a signatory enters where the supplier is paid. */
export function mayChangePayoutAccount(actor: Actor, supplierId: string): Decision {
  return grantOf(actor, 'supplier-signatory', supplierId)
    ? allow
    : deny('Only a signatory of the supplier can change where it is paid')
}

/** V4, N13: another person of the supplier than the one who entered it confirms it. */
export function mayConfirmPayoutAccount(actor: Actor, account: PayoutAccount): Decision {
  const { supplierId } = account
  if (!grantOf(actor, 'supplier-signatory', supplierId) && !grantOf(actor, 'supplier-editor', supplierId))
    return deny('Only a person of the supplier can confirm where it is paid')
  if (account.changedById === actor.userId)
    return deny('You entered this account yourself: a second person of the supplier must confirm it')
  return account.confirmedById === null ? allow : deny('The account is confirmed already')
}
