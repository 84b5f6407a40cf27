import type { Day } from '@/lib/platform/days'

export const bacsPaymentStates = ['recorded', 'confirmed', 'denied'] as const
export type BacsPaymentState = (typeof bacsPaymentStates)[number]

export const bacsPaymentLabels: Record<BacsPaymentState, string> = {
  recorded: 'Waiting for the supplier',
  confirmed: 'Received',
  denied: 'Not received',
}
export const bacsPaymentColours: Record<BacsPaymentState, 'yellow' | 'green' | 'red'> = {
  recorded: 'yellow',
  confirmed: 'green',
  denied: 'red',
}

/** A bank transfer as the payer's finance recorded it; it counts when the supplier says that it came. */
export type BacsPayment = {
  id: string
  invoiceId: string
  reference: string
  on: Day
  pence: bigint
  state: BacsPaymentState
  recordedById: string
  recordedAt: Date
  answeredById: string | null
  answeredAt: Date | null
  version: number
}
