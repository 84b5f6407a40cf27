import type { Day } from '@/lib/platform/days'
import type { Rail } from '../invoices/invoice'

export const payoutStates = ['pending', 'in-transit', 'paid', 'failed'] as const
export type PayoutState = (typeof payoutStates)[number]

export const payoutStateLabels: Record<PayoutState, string> = {
  pending: 'Waiting',
  'in-transit': 'On its way',
  paid: 'Arrived',
  failed: 'Came back',
}
export const payoutStateColours: Record<PayoutState, 'blue' | 'green' | 'yellow' | 'red'> = {
  pending: 'yellow',
  'in-transit': 'blue',
  paid: 'green',
  failed: 'red',
}

/** Money on its way to a supplier's account. */
export type Payout = {
  id: string
  key: string
  supplierId: string
  rail: Rail
  pence: bigint
  state: PayoutState
  paidOn: Day | null
  failedWhy: string | null
  version: number
  beganAt: Date
}

/** Money that came in for an invoice. */
export type MoneyReceipt = {
  id: string
  invoiceId: string
  key: string
  rail: Rail
  reference: string
  on: Day
  pence: bigint
  appliedPence: bigint
  suspensePence: bigint
  reversedKey: string | null
  reversedOn: Day | null
  recordedAt: Date
}
