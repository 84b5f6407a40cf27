import type { Day } from '@/lib/platform/days'

/** What a signed call-off promises: all that a contract is made of. */
export type SignedCallOff = {
  id: string
  number: string
  payerId: string
  practiceId: string
  supplierId: string
  moduleId: string
  moduleVersionId: string
  listingVersionId: string
  moduleName: string
  /** SHA-256 of the terms that both sides signed. */
  termsHash: string
  startsOn: Day
  endsOn: Day
  noticeDays: number
  yearlyPence: bigint
  totalPence: bigint
  listSize: number
  signedAt: Date
}
