import type { Rail } from '../invoices/invoice'

/** Where a supplier is paid. Only the last digits of a number are kept. */
export type PayoutAccount = {
  id: string
  supplierId: string
  rail: Rail
  accountName: string
  maskedNumber: string
  changedById: string
  changedAt: Date
  confirmedById: string | null
  confirmedAt: Date | null
}

/** What stands for a number where Stripe keeps the account. */
export const keptAtStripe = 'Kept at Stripe'

/** `…1234` of a number. */
export const maskedOf = (number: string): string => `…${number.slice(-4)}`

/**
 * Why a supplier cannot be paid through Stripe, in words; undefined where it can. Money goes only to the account that a second
 * person of it has confirmed (V4): one that Stripe keeps.
 */
export function whyNotByStripe(account: Pick<PayoutAccount, 'rail'> | undefined, isStripeOn: boolean) {
  if (!isStripeOn) return 'This portal is not connected to Stripe.'
  return account?.rail === 'STRIPE' ? undefined : 'The account that the supplier has confirmed is not one at Stripe.'
}
