import type { Day } from '@/lib/platform/days'
import type { OrderKind } from './form/order-form'

/** What a contract is made of: an order that both sides have signed. Yearly and total in pence. */
export type SignedCallOff = {
  id: string
  number: string
  payerId: string
  practiceId: string
  supplierId: string
  /** What was ordered. A service is not the module: it names none, and stands beside the contract that pays for it (C1). */
  kind: OrderKind
  moduleId: string | null
  moduleVersionId: string | null
  listingVersionId: string
  /** The module; of a service what is done, and for which module. */
  moduleName: string
  termsHash: string
  startsOn: Day
  endsOn: Day
  noticeDays: number
  yearlyPence: bigint
  totalPence: bigint
  listSize: number
  signedAt: Date
  /** The practices that consented, each to get a site; of a merger or a split the marked one, where the work is done. */
  practiceIds: string[]
  /** The cap of its route over the whole life, without VAT; null where it has none. */
  capPence: bigint | null
}
