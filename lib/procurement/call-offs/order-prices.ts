import type { OrderLine } from './order-line'

/** What was ordered at which frozen price, for which list sizes, and which request pays for it. */
export type OrderPrices = {
  practiceId: string
  fundingRequestId: string | null
  lines: OrderLine[]
  /** `at`: the practice at whose site it is done and charged, itself but for a merger or a split. */
  sites: { practiceId: string; listSize: number; at: string }[]
}
