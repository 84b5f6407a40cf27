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
export const keptAtStripe = 'kept at Stripe'

/** `…1234` of a number. */
export const maskedOf = (number: string): string => `…${number.slice(-4)}`
