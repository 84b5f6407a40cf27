import type { Day } from '@/lib/platform/days'

/** What a contract is made of: an order that both sides have signed. Yearly and total in pence. */
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
  termsHash: string
  startsOn: Day
  endsOn: Day
  noticeDays: number
  yearlyPence: bigint
  totalPence: bigint
  listSize: number
  signedAt: Date
  /** The practices that consented; each gets a site. */
  practiceIds: string[]
  /** The cap of its route over the whole life, without VAT; null where it has none. */
  capPence: bigint | null
}
