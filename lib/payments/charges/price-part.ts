import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'

/**
 * One frozen price of one site of a contract. `fixed` needs the site in use and is charged by the day; `once` falls in the month
 * in which it is first in use; `usage` is charged by call (procurement §6).
 */
export type PricePart = {
  /** The order's line and the site: the same month after month. */
  key: string
  siteId: string
  practiceId: string
  name: string
} & (
  | { kind: 'fixed'; yearlyPence: bigint }
  | { kind: 'once'; pence: bigint }
  /** What the order expects of it in a year, in pence: committed, and never charged by itself. */
  | { kind: 'usage'; meter: string; price: PriceJson; expectedYearlyPence: bigint }
)

/** Recorded calls of one meter at one site in one month; calls of a day on which the site was not in use are not among them (G4). */
export type UsageOfMonth = { siteId: string; meter: string; month: Day; calls: bigint }
