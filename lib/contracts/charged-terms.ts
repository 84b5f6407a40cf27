import type { Day } from '@/lib/platform/days'

/** The terms of a contract from a day on; where a change brought more practices, which ones, and which request pays for it. */
export type ChargedTerms = {
  effectiveOn: Day
  yearlyPence: bigint
  addedPracticeIds: string[]
  fundingRequestId: string | null
}
