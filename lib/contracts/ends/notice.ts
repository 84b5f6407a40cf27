import type { Day } from '@/lib/platform/days'

export type PartySide = 'payer' | 'supplier'
export type Signed = { side: PartySide; personId: string; at: Date }
/** `rescissions`: who has signed that it is taken back; with both it stands no more. */
export type Notice = { id: string; terminatesOn: Day; givenAt: Date; reason: string; rescissions: Signed[] }
